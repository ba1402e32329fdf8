package io.productionguardian.source;

import com.google.common.collect.ImmutableSortedMap;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The entries of a ZIP archive in memory, by its central directory (APPNOTE.TXT 6.3.10).
 *
 * <p>The JDK's own readers do not fit: {@link java.util.zip.ZipInputStream} does not see the
 * directory, so neither symbolic links nor sizes before the work is done, and {@link
 * java.util.zip.ZipFile} needs a file on disk and does not show links either.
 */
final class ZipArchive {

  private static final int END = 0x06054b50;
  private static final int END_SIZE = 22;
  private static final int DIRECTORY = 0x02014b50;
  private static final int LOCAL = 0x04034b50;

  private static final int LONGEST_COMMENT = 0xffff;
  private static final int IN_ZIP64 = 0xffff;
  private static final long SIZE_IN_ZIP64 = 0xffff_ffffL;

  private static final int ENCRYPTED = 1;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  private static final int FILE_TYPE = 0170000;
  private static final int REGULAR = 0100000;
  private static final int FOLDER = 0040000;
  private static final int LINK = 0120000;

  private final byte[] archive;
  private final int directory;
  private final Map<String, Entry> entries = new TreeMap<>();

  /**
   * An entry.
   *
   * @param name with {@code /} at the end when it is a folder
   * @param method how it is packed
   * @param crc checksum of its bytes
   * @param packed bytes in the archive
   * @param size bytes unpacked, as the directory says
   * @param offset where it begins in the archive
   */
  record Entry(String name, int method, long crc, long packed, long size, long offset) {

    boolean isFolder() {
      return name.endsWith("/");
    }

    /** The name without the {@code /} of a folder. */
    String path() {
      return isFolder() ? name.substring(0, name.length() - 1) : name;
    }
  }

  /**
   * Reads the directory, and unpacks nothing.
   *
   * @throws SnapshotException if it is damaged, or has an entry that is no plain file or folder
   */
  ZipArchive(byte[] archive) {
    this.archive = archive;
    int endAt = end();
    ByteBuffer end = at(endAt + 4);
    int disk = end.getInt(); // this disk, and that of the directory
    int here = end.getShort() & 0xffff;
    int all = end.getShort() & 0xffff;
    long size = end.getInt() & 0xffff_ffffL;
    long start = end.getInt() & 0xffff_ffffL;
    if (all == IN_ZIP64 || size == SIZE_IN_ZIP64 || start == SIZE_IN_ZIP64) {
      throw new SnapshotException("The archive is in the ZIP64 format, which is not read");
    }
    if (disk != 0 || here != all || start + size != endAt) {
      throw damaged();
    }
    directory = (int) start; // before the end, which is an int
    try {
      ByteBuffer headers = at(directory);
      for (int i = 0; i < all; i++) {
        add(header(headers));
      }
      if (headers.position() != endAt) {
        throw damaged();
      }
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw damaged();
    }
  }

  /** The entries by name, sorted. */
  NavigableMap<String, Entry> entries() {
    return ImmutableSortedMap.copyOf(entries);
  }

  /**
   * Unpacks an entry, and not a byte more than the directory says that it has.
   *
   * @throws SnapshotException if it has not exactly the bytes that the directory says
   */
  byte[] read(Entry entry) {
    try {
      ByteBuffer local = at(Math.toIntExact(entry.offset()));
      if (local.getInt() != LOCAL) {
        throw damaged(entry);
      }
      local.position(local.position() + 22); // the directory says the same
      int nameLength = local.getShort() & 0xffff;
      int extraLength = local.getShort() & 0xffff;
      if (!name(local, nameLength).equals(entry.name())) {
        throw damaged(entry);
      }
      int from = local.position() + extraLength;
      if (from + entry.packed() > directory) {
        throw damaged(entry);
      }
      byte[] read = unpack(entry, from, Math.toIntExact(entry.size() + 1));
      if (read.length != entry.size() || crc(read) != entry.crc()) {
        throw damaged(entry);
      }
      return read;
    } catch (BufferUnderflowException
        | IllegalArgumentException
        | ArithmeticException
        | DataFormatException e) {
      throw damaged(entry);
    }
  }

  private byte[] unpack(Entry entry, int from, int most) throws DataFormatException {
    int packed = Math.toIntExact(entry.packed());
    if (entry.method() == STORED) {
      return Arrays.copyOfRange(archive, from, from + Math.min(packed, most));
    }
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(archive, from, packed);
      byte[] bytes = new byte[most];
      int length = 0;
      while (length < most && !inflater.finished()) {
        int more = inflater.inflate(bytes, length, most - length);
        if (more == 0
            && !inflater.finished()
            && (inflater.needsInput() || inflater.needsDictionary())) {
          throw damaged(entry);
        }
        length += more;
      }
      return Arrays.copyOf(bytes, length);
    } finally {
      inflater.end();
    }
  }

  private void add(Entry entry) {
    if (entries.containsKey(entry.path())
        || entries.containsKey(entry.path() + "/")
        || entries.putIfAbsent(entry.name(), entry) != null) {
      throw new SnapshotException(
          "The archive has \"" + SnapshotPath.shown(entry.path()) + "\" twice");
    }
  }

  private static Entry header(ByteBuffer headers) {
    if (headers.getInt() != DIRECTORY) {
      throw damaged();
    }
    headers.getInt(); // versions
    int flags = headers.getShort() & 0xffff;
    int method = headers.getShort() & 0xffff;
    headers.getInt(); // time, which is nothing to decide by
    long crc = headers.getInt() & 0xffff_ffffL;
    long packed = headers.getInt() & 0xffff_ffffL;
    long size = headers.getInt() & 0xffff_ffffL;
    int nameLength = headers.getShort() & 0xffff;
    int extraLength = headers.getShort() & 0xffff;
    int commentLength = headers.getShort() & 0xffff;
    headers.getInt(); // disk and what is in the file
    int mode = headers.getInt() >>> 16;
    long offset = headers.getInt() & 0xffff_ffffL;
    String name = name(headers, nameLength);
    headers.position(headers.position() + extraLength + commentLength);
    Entry entry = new Entry(name, method, crc, packed, size, offset);
    SnapshotPath.check(entry.path());
    refused(entry, flags, mode & FILE_TYPE);
    return entry;
  }

  private static void refused(Entry entry, int flags, int type) {
    if (type == LINK) {
      throw SnapshotPath.refused(entry.path(), "is a symbolic link, which no archive may have");
    }
    if (type != 0 && type != REGULAR && type != FOLDER) {
      throw SnapshotPath.refused(entry.path(), "is neither a file nor a folder");
    }
    if ((flags & ENCRYPTED) != 0) {
      throw SnapshotPath.refused(entry.path(), "is encrypted");
    }
    if (entry.method() != STORED && entry.method() != DEFLATED) {
      throw SnapshotPath.refused(
          entry.path(), "is packed by method " + entry.method() + "; only deflate is read");
    }
    if (entry.packed() == SIZE_IN_ZIP64 || entry.size() == SIZE_IN_ZIP64) {
      throw SnapshotPath.refused(entry.path(), "is in the ZIP64 format, which is not read");
    }
  }

  private static String name(ByteBuffer from, int length) {
    if (length > from.remaining()) {
      throw new BufferUnderflowException();
    }
    ByteBuffer bytes = from.slice(from.position(), length);
    from.position(from.position() + length);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new SnapshotException("The archive has a name that is not UTF-8");
    }
  }

  /** Where the last record begins, which ends with the archive. */
  private int end() {
    int first = Math.max(0, archive.length - END_SIZE - LONGEST_COMMENT);
    for (int i = archive.length - END_SIZE; i >= first; i--) {
      ByteBuffer record = at(i);
      if (record.getInt() == END
          && (record.getShort(i + END_SIZE - 2) & 0xffff) == archive.length - END_SIZE - i) {
        return i;
      }
    }
    throw new SnapshotException("The archive is no ZIP file, or only part of one");
  }

  private ByteBuffer at(int position) {
    return ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN).position(position);
  }

  private static long crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }

  private static SnapshotException damaged() {
    return new SnapshotException("The archive is damaged: its directory is not what it says");
  }

  private static SnapshotException damaged(Entry entry) {
    return new SnapshotException(
        "The archive is damaged: \""
            + SnapshotPath.shown(entry.path())
            + "\" is not what the directory says");
  }
}
