// GSL as Swift can use it. Swift 6 refuses C globals that are mutable pointers (gsl_root_fsolver_brent and the like), so each
// one that Rankfall needs is handed out by a static inline accessor.
#ifndef RANKFALL_CGSL_SHIM_H
#define RANKFALL_CGSL_SHIM_H

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_eigen.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_integration.h>
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_roots.h>
#include <gsl/gsl_sf_erf.h>
#include <gsl/gsl_sf_gamma.h>
#include <gsl/gsl_sf_log.h>
#include <gsl/gsl_sf_psi.h>
#include <gsl/gsl_version.h>

static inline const gsl_root_fsolver_type *rankfall_root_brent(void) { return gsl_root_fsolver_brent; }

static inline const char *rankfall_gsl_version(void) { return gsl_version; }

#endif
