#define _GNU_SOURCE
#include "CProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__linux__)
#include <linux/close_range.h>
#include <sys/prctl.h>
#endif

// Runs in the child of a process with threads: nothing here may take a lock that another thread could have held at the fork.
static void become(
    char *const arguments[], char *const environment[], const char *folder, const int ends[3], int report, pid_t parent) {
#if defined(__linux__)
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) goto failed;
  // The parent may have ended before the line above.
  if (getppid() != parent) _exit(127);
#else
  (void)parent;
#endif
  signal(SIGINT, SIG_IGN);
  signal(SIGTERM, SIG_DFL);
  signal(SIGPIPE, SIG_DFL);
#if defined(SIGXFSZ)
  signal(SIGXFSZ, SIG_DFL);
#endif
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  if (folder && chdir(folder) != 0) goto failed;
  for (int end = 0; end < 3; end++)
    if (dup2(ends[end], end) < 0) goto failed;
#if defined(CLOSE_RANGE_CLOEXEC)
  // Files that the process itself was started with, or that another thread has just opened.
  close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
#endif
#if defined(__linux__)
  execvpe(arguments[0], arguments, environment);
#else
  (void)environment;
  execvp(arguments[0], arguments);
#endif
failed:;
  int reason = errno;
  (void)!write(report, &reason, sizeof reason);
  _exit(127);
}

pid_t rankfall_start(char *const arguments[], char *const environment[], const char *folder, int input, int output, int errors) {
  // Closed by exec: nothing in it means that the program runs. Copies above 2, so that dup2 overwrites none that is still needed.
  int report[2];
  if (pipe(report) != 0) return -1;
  int ends[3] = {fcntl(input, F_DUPFD_CLOEXEC, 3), fcntl(output, F_DUPFD_CLOEXEC, 3), fcntl(errors, F_DUPFD_CLOEXEC, 3)};
  int high = fcntl(report[1], F_DUPFD_CLOEXEC, 3);
  close(report[1]);
  fcntl(report[0], F_SETFD, FD_CLOEXEC);
  int reason = 0;
  pid_t process = -1;
  if (high < 0 || ends[0] < 0 || ends[1] < 0 || ends[2] < 0) {
    reason = errno;
  } else {
    pid_t parent = getpid();
    process = fork();
    if (process == 0) become(arguments, environment, folder, ends, high, parent);
    if (process < 0) reason = errno;
  }
  for (int end = 0; end < 3; end++)
    if (ends[end] >= 0) close(ends[end]);
  if (high >= 0) close(high);
  if (process > 0) {
    ssize_t count;
    do count = read(report[0], &reason, sizeof reason);
    while (count < 0 && errno == EINTR);
    if (count == (ssize_t)sizeof reason) {
      rankfall_wait(process);
      process = -1;
    }
  }
  close(report[0]);
  if (process < 0) errno = reason;
  return process;
}

int rankfall_wait(pid_t process) {
  int status = 0;
  while (waitpid(process, &status, 0) < 0)
    if (errno != EINTR) return 127;
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}
