// What machine this is, asked before any vector instruction runs. Compiled without vector flags on purpose.
#ifndef RANKFALL_CMACHINE_H
#define RANKFALL_CMACHINE_H

/// The instruction level that the package was built for: "x86-64-v3", or "baseline" elsewhere.
const char *rankfall_built_for(void);

/// The C compiler, with the revision of the Swift toolchain that it came with.
const char *rankfall_c_compiler(void);

/// Four doubles, SIMD4<Double> in Swift.
typedef double rankfall_vector4 __attribute__((ext_vector_type(4)));

/// The square roots of four doubles in one instruction. Swift's own squareRoot() of a vector goes lane by lane, through a test for
/// negative numbers: it took two thirds of the membership test.
static inline rankfall_vector4 rankfall_square_roots(rankfall_vector4 x) { return __builtin_elementwise_sqrt(x); }

#endif
