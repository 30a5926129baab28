#include "CMachine.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char *rankfall_built_for(void) { return RANKFALL_MARCH; }

const char *rankfall_c_compiler(void) { return __VERSION__; }

#if defined(__x86_64__)

static void refuse(const char *level) {
  const char *start = "rankfall: this program was built for ";
  const char *end = " and this CPU lacks those instructions; build it again with RANKFALL_MARCH=x86-64 (slower, same results).\n";
  (void)!write(2, start, strlen(start));
  (void)!write(2, level, strlen(level));
  (void)!write(2, end, strlen(end));
  _exit(1);
}

// Runs before main, hence before Swift code that may hold AVX2 instructions anywhere.
__attribute__((constructor)) static void rankfall_check_cpu(void) {
  __builtin_cpu_init();
  const char *level = RANKFALL_MARCH;
  int v3 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("bmi2");
  int v4 = v3 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
           __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512cd");
  if (strcmp(level, "x86-64-v4") == 0 && !v4) refuse(level);
  if (strcmp(level, "x86-64-v3") == 0 && !v3) refuse(level);
}

#endif
