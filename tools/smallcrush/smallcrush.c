/*
 * Runs TestU01's SmallCrush on 32-bit little-endian words from standard input.
 *
 *     stream-dump words | smallcrush NAME
 *
 * Prints a Markdown table of the p-values. Exit status: 0 when all lie within [1e-4, 1 - 1e-4], 1 when one is suspicious, 2 when
 * the input ended early or the battery did not run whole. SmallCrush's 15 p-values all fall inside with probability 0.997 for a
 * perfect generator: so a suspicious one asks for a second run with another seed, not for alarm.
 *
 * TestU01: P. L'Ecuyer and R. Simard, ACM Trans. Math. Softw. 33(4), 2007, doi:10.1145/1268776.1268777.
 */
#include <errno.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <testu01/bbattery.h>
#include <testu01/swrite.h>
#include <testu01/unif01.h>

enum { CAPACITY = 1 << 20, STATISTICS = 15 };

static unsigned char buffer[CAPACITY];
static size_t filled = 0, used = 0;
static uint64_t words = 0;

/* Refills the buffer with whole words; ends the process when there are none. */
static void refill(void) {
  filled = 0;
  used = 0;
  while (filled == 0 || filled % 4 != 0) {
    ssize_t got = read(STDIN_FILENO, buffer + filled, CAPACITY - filled);
    if (got > 0) {
      filled += (size_t)got;
    } else if (got == 0 || errno != EINTR) {
      fprintf(stderr, "smallcrush: the input ended after %llu words: %s\n", (unsigned long long)words,
              got == 0 ? "end of file" : strerror(errno));
      exit(2);
    }
  }
}

static unsigned int next_word(void) {
  if (used == filled) refill();
  const unsigned char *b = buffer + used;
  used += 4;
  words += 1;
  return (uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
}

int main(int argc, char **argv) {
  if (argc != 2) {
    fprintf(stderr, "usage: ... | smallcrush NAME\n");
    return 2;
  }
  swrite_Basic = FALSE; /* the long report of every test */
  /* The battery prints its own summary on standard output; ours replaces it there, so send that one to standard error. */
  fflush(stdout);
  int ours = dup(STDOUT_FILENO);
  if (ours < 0 || dup2(STDERR_FILENO, STDOUT_FILENO) < 0) {
    perror("smallcrush");
    return 2;
  }
  unif01_Gen *generator = unif01_CreateExternGenBits(argv[1], next_word);
  bbattery_SmallCrush(generator);
  unif01_DeleteExternGenBits(generator);
  fflush(stdout);
  if (dup2(ours, STDOUT_FILENO) < 0) {
    perror("smallcrush");
    return 2;
  }

  int suspicious = 0;
  printf("| statistic | p-value of `%s` |\n|---|---|\n", argv[1]);
  for (int i = 0; i < bbattery_NTests; i++) {
    double p = bbattery_pVal[i];
    int within = p >= 1e-4 && p <= 1 - 1e-4; /* false for NaN, too */
    suspicious += !within;
    printf("| %s | %.4f%s |\n", bbattery_TestNames[i], p, within ? "" : " (suspicious)");
  }
  printf("\n`%s`: %d of %d statistics suspicious, %.3g words read.\n", argv[1], suspicious, bbattery_NTests, (double)words);
  if (bbattery_NTests != STATISTICS) {
    fprintf(stderr, "smallcrush: %d statistics instead of %d\n", bbattery_NTests, STATISTICS);
    return 2;
  }
  return suspicious ? 1 : 0;
}
