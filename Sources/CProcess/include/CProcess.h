// Programs that Rankfall runs, such as gnuplot: none of them outlives it.
#ifndef RANKFALL_CPROCESS_H
#define RANKFALL_CPROCESS_H

#include <sys/types.h>

/// Starts a program, found through PATH, in a folder (NULL: where the caller is), with three open files as its standard input, output and error.
///
/// On Linux the program is killed when the thread that started it ends, also by a kill -9 of the process, so the caller waits for it in that thread.
/// Elsewhere it may outlive a kill -9. The program has no other file of the caller, no blocked signal, and ignores SIGINT: a Ctrl-C at the terminal is
/// for the caller to act on.
///
/// Returns the process, or -1 with errno set: ENOENT where there is no such program.
pid_t rankfall_start(char *const arguments[], char *const environment[], const char *folder, int input, int output, int errors);

/// Waits for a process to end. Returns its exit status, or 128 and the number of the signal that ended it.
int rankfall_wait(pid_t process);

#endif
