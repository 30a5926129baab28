// What machine this is, asked before any vector instruction runs. Compiled without vector flags on purpose.
#ifndef RANKFALL_CMACHINE_H
#define RANKFALL_CMACHINE_H

/// The instruction level that the package was built for: "x86-64-v3", or "baseline" elsewhere.
const char *rankfall_built_for(void);

/// The C compiler, with the revision of the Swift toolchain that it came with.
const char *rankfall_c_compiler(void);

#endif
