package io.productionguardian.testkit;

import com.google.common.collect.ImmutableSet;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a class, or one of its package that it uses, calls what gives another answer another time
 * or elsewhere: a clock, chance, the environment, files, the network. Read from the class files,
 * since no run can show that no clock is read.
 */
final class Purity {

  /** What stands in a class file before its pool (JVMS 4.1): magic and version. */
  private static final int HEADER = 8;

  private static final int METHOD = 10;
  private static final int INTERFACE_METHOD = 11;

  private static final ImmutableSet<String> IMPURE_CLASSES =
      ImmutableSet.of(
          "java/io/File",
          "java/io/FileInputStream",
          "java/lang/ProcessBuilder",
          "java/lang/Runtime",
          "java/lang/Thread",
          "java/lang/ThreadLocal",
          "java/nio/file/Files",
          "java/security/SecureRandom",
          "java/util/Random",
          "java/util/concurrent/ThreadLocalRandom");

  private static final ImmutableSet<String> IMPURE_METHODS =
      ImmutableSet.of(
          "java/lang/Math.random",
          "java/lang/System.currentTimeMillis",
          "java/lang/System.getProperty",
          "java/lang/System.getenv",
          "java/lang/System.nanoTime",
          "java/time/Clock.systemDefaultZone",
          "java/time/Clock.systemUTC",
          "java/time/ZoneId.systemDefault",
          "java/util/Locale.getDefault",
          "java/util/TimeZone.getDefault",
          "java/util/UUID.randomUUID");

  private Purity() {}

  /** What it calls of that, sorted; empty when it is pure. */
  static Set<String> impureCalls(Class<?> type) {
    Set<String> impure = new TreeSet<>();
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(type.getName().replace('.', '/'));
    String ofPackage = type.getPackageName().replace('.', '/') + "/";
    while (!open.isEmpty()) {
      String name = open.remove();
      if (seen.add(name)) {
        Set<String> calls = calls(type, name);
        calls.stream().filter(Purity::isImpure).forEach(impure::add);
        calls.stream()
            .map(Purity::owner)
            .filter(owner -> owner.startsWith(ofPackage))
            .filter(owner -> owner.lastIndexOf('/') < ofPackage.length())
            .forEach(open::add);
      }
    }
    return impure;
  }

  private static boolean isImpure(String call) {
    String owner = owner(call);
    return IMPURE_METHODS.contains(call)
        || IMPURE_CLASSES.contains(owner)
        || owner.startsWith("java/net/")
        || (owner.startsWith("java/time/") && call.endsWith(".now"));
  }

  private static String owner(String call) {
    return call.substring(0, call.lastIndexOf('.'));
  }

  /** The methods that a class calls, as {@code owner.name}; none of a class without a file. */
  private static Set<String> calls(Class<?> of, String name) {
    ClassLoader loader = of.getClassLoader();
    try (InputStream in = loader == null ? null : loader.getResourceAsStream(name + ".class")) {
      return in == null ? Set.of() : calls(new DataInputStream(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the pool of constants (JVMS 4.4). */
  private static Set<String> calls(DataInputStream in) throws IOException {
    in.skipNBytes(HEADER);
    int size = in.readUnsignedShort();
    String[] texts = new String[size];
    int[] first = new int[size]; // the index that an entry refers to, or the first of two
    int[] second = new int[size];
    int[] tags = new int[size];
    for (int i = 1; i < size; i++) {
      tags[i] = in.readUnsignedByte();
      switch (tags[i]) {
        case 1 -> texts[i] = in.readUTF();
        case 3, 4 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          i++; // long and double take two places
        }
        case 7, 8, 16, 19, 20 -> first[i] = in.readUnsignedShort();
        case 9, 10, 11, 12, 17, 18 -> {
          first[i] = in.readUnsignedShort();
          second[i] = in.readUnsignedShort();
        }
        case 15 -> in.skipNBytes(3);
        default -> throw new IOException("unknown tag " + tags[i] + " in a class file");
      }
    }
    Set<String> calls = new TreeSet<>();
    for (int i = 1; i < size; i++) {
      if (tags[i] == METHOD || tags[i] == INTERFACE_METHOD) {
        calls.add(texts[first[first[i]]] + "." + texts[first[second[i]]]);
      }
    }
    return calls;
  }
}
