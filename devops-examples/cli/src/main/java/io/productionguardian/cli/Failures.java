package io.productionguardian.cli;

import io.productionguardian.MisconfiguredException;
import io.productionguardian.model.GuardianException;
import io.productionguardian.policy.PolicyException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever went wrong into one line for a person. */
final class Failures {

  private static final int MOST_FAULTS = 3;

  private Failures() {}

  /** Prints the line, and the stack trace when it is asked for. */
  static int report(Throwable failure, Shell shell) {
    StringBuilder text = new StringBuilder("guardian: ").append(SafeText.of(line(failure)));
    if (shell.debug()) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace, true));
      trace.toString().lines().forEach(line -> text.append('\n').append(SafeText.of(line)));
    }
    shell.printError(text.append('\n').toString());
    return ExitStatus.COULD_NOT_RUN;
  }

  private static String line(Throwable failure) {
    if (failure instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    if (failure instanceof PolicyException || failure instanceof MisconfiguredException) {
      return faults(message(failure).lines().toList());
    }
    if (failure instanceof Mistake
        || failure instanceof GuardianException
        || failure instanceof ParameterException) {
      return message(failure);
    }
    if (failure instanceof OutOfMemoryError) {
      return "out of memory; give the JVM more, for instance GUARDIAN_JAVA_OPTS=-Xmx2g";
    }
    return "unexpected "
        + failure.getClass().getName()
        + (failure.getMessage() == null ? "" : ": " + failure.getMessage())
        + "; set GUARDIAN_DEBUG=1 for the stack trace";
  }

  private static String message(Throwable failure) {
    return String.valueOf(failure.getMessage());
  }

  private static String faults(List<String> faults) {
    String first = String.join("; ", faults.subList(0, Math.min(MOST_FAULTS, faults.size())));
    int more = faults.size() - MOST_FAULTS;
    return more > 0 ? first + "; and " + more + " more" : first;
  }

  private static String unmatched(UnmatchedArgumentException failure) {
    String argument = failure.getUnmatched().get(0);
    String what = argument.startsWith("-") ? "option" : "command or further argument";
    List<String> near = failure.getSuggestions();
    return "there is no "
        + what
        + " \""
        + argument
        + "\" here; "
        + (near.isEmpty() ? "" : "did you mean " + near.get(0) + "? ")
        + failure.getCommandLine().getCommandSpec().qualifiedName()
        + " --help lists all";
  }
}
