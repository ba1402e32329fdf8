package io.productionguardian.release;

import com.google.common.hash.Hashing;
import com.google.common.util.concurrent.Striped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The decision log, locked against other processes and threads that write to it by this class. It
 * only ever grows: other agents append to it without asking.
 */
final class DecisionLog implements AutoCloseable {

  private static final int TRIES = 100;
  private static final long PAUSE_MILLIS = 100;

  /**
   * One thread of this process at a time. The lock on the file alone is not enough: the system
   * drops it as soon as this process closes the file anywhere, so not even reading may happen
   * meanwhile.
   */
  private static final Striped<Semaphore> IN_THIS_PROCESS = Striped.semaphore(64, 1);

  private final Path path;
  private final boolean created;
  private final FileChannel channel;
  private final FileChannel end;

  private DecisionLog(Path path, boolean created, FileChannel channel, FileChannel end) {
    this.path = path;
    this.created = created;
    this.channel = channel;
    this.end = end;
  }

  /** Waits until no release of this process writes to the log, and keeps others out. */
  static boolean enter(Path path) throws InterruptedException {
    return IN_THIS_PROCESS.get(path).tryAcquire(TRIES * PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  static void leave(Path path) {
    IN_THIS_PROCESS.get(path).release();
  }

  /** Opens and locks it; waits up to ten seconds for another release to end. */
  static DecisionLog lock(Path path) throws IOException {
    try {
      if (!enter(path)) {
        throw underWay();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FolderException("interrupted while waiting for the lock", e);
    }
    DecisionLog log = null;
    try {
      log = open(path);
      return log;
    } finally {
      if (log == null) {
        leave(path);
      }
    }
  }

  private static DecisionLog open(Path path) throws IOException {
    boolean created = !Files.exists(path);
    FileChannel channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      for (int i = 0; i < TRIES; i++) {
        if (tryLock(channel)) {
          return new DecisionLog(
              path, created, channel, FileChannel.open(path, StandardOpenOption.APPEND));
        }
        Thread.sleep(PAUSE_MILLIS);
      }
      throw underWay();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw closed(channel, new FolderException("interrupted while waiting for the lock", e));
    } catch (FolderException e) {
      throw closed(channel, e);
    } catch (IOException e) {
      throw closed(channel, e);
    }
  }

  private static FolderException underWay() {
    return new FolderException("another release of this epic is under way; try again later", null);
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  private static <E extends Exception> E closed(FileChannel channel, E e) {
    try {
      channel.close();
    } catch (IOException alsoThat) {
      e.addSuppressed(alsoThat);
    }
    return e;
  }

  long size() throws IOException {
    return channel.size();
  }

  /** SHA-256 of its content. */
  String sha256() throws IOException {
    return Hashing.sha256().hashBytes(read(0, channel.size())).toString();
  }

  /**
   * Appends a line unless it is there already.
   *
   * @param line the line with its end
   * @param offset the log's size when the line was made; a crash may have left part of it there
   */
  void append(byte[] line, long offset) throws IOException {
    long size = channel.size();
    long from = Math.min(offset, size); // somebody may have taken the log away meanwhile
    byte[] tail = read(from, size);
    if (indexOf(tail, line) >= 0) {
      return;
    }
    byte[] whole = from > 0 && !endsWithNewline(from) ? withNewlineBefore(line) : line;
    if (tail.length > 0 && Arrays.equals(tail, Arrays.copyOf(whole, tail.length))) {
      channel.truncate(from); // a torn line of ours
      size = from;
    }
    whole = size > 0 && !endsWithNewline(size) ? withNewlineBefore(line) : line;
    ByteBuffer buffer = ByteBuffer.wrap(whole);
    try {
      while (buffer.hasRemaining()) {
        end.write(buffer); // wherever the end is by now: other agents do not ask for the lock
      }
    } catch (IOException e) {
      if (channel.size() == size + buffer.position()) {
        channel.truncate(size); // no torn line stays behind
      }
      throw e;
    }
    end.force(true);
  }

  /** Takes away the empty file that locking made, when nothing was written after all. */
  void removeIfCreated() throws IOException {
    if (created && channel.size() == 0) {
      Files.deleteIfExists(path);
    }
  }

  @Override
  public void close() throws IOException {
    try (channel;
        end) {
      // both, whatever happens to the other
    } finally {
      leave(path);
    }
  }

  private boolean endsWithNewline(long end) throws IOException {
    return read(end - 1, end)[0] == '\n';
  }

  private byte[] read(long from, long to) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(to - from));
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, from + buffer.position()) < 0) {
        throw new NoSuchFileException(path.toString(), null, "became shorter while it was read");
      }
    }
    return buffer.array();
  }

  private static byte[] withNewlineBefore(byte[] line) {
    byte[] whole = new byte[line.length + 1];
    whole[0] = '\n';
    System.arraycopy(line, 0, whole, 1, line.length);
    return whole;
  }

  private static int indexOf(byte[] in, byte[] what) {
    for (int i = 0; i + what.length <= in.length; i++) {
      if (Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
        return i;
      }
    }
    return -1;
  }
}
