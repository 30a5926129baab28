# Makes comparison-*.csv, the fixtures of the tests between groups, from datasets.csv:  Rscript make-comparison.R
# Made with R 4.2.2 and survival 3.5-3. Every number has 17 digits.
library(survival)

number <- function(x) ifelse(is.na(x), "NA", sprintf("%.17g", x))
save <- function(frame, name) {
  for (column in names(frame)) if (is.numeric(frame[[column]])) frame[[column]] <- number(frame[[column]])
  write.csv(frame, name, row.names = FALSE, quote = FALSE)
}
data <- read.csv("datasets.csv")
data <- data[!data$set %in% c("byhand", "eventless"), ]
# Everything at once: four groups, three strata, whole times that tie, late entries, hazards that are not proportional.
set.seed(33)
mixed <- data.frame(set = "mixed", start = rpois(400, 4) * rbinom(400, 1, 0.5), time = 0, event = rbinom(400, 1, 0.8), group = rep(1:4, 100),
                    stratum = sample(3, 400, TRUE), cause = 0)
mixed$time <- mixed$start + ceiling(rweibull(400, c(0.8, 1, 1.3, 2)[mixed$group], 9))
mixed$cause <- mixed$event
write.csv(mixed, "comparison-sets.csv", row.names = FALSE, quote = FALSE)
data <- rbind(data, mixed)
sets <- split(data, factor(data$set, unique(data$set)))
late <- function(d) any(d$start > 0)
strata_of <- function(d, stratified) if (stratified) d$stratum else rep(1, nrow(d))

# The weighted log-rank tests straight from their definitions, one event time after the other.
by_definition <- function(d, weight, stratified) {
  groups <- sort(unique(d$group)); k <- length(groups)
  O <- E <- U <- numeric(k); V <- matrix(0, k, k)
  for (s in split(d, strata_of(d, stratified))) {
    km <- 1; pp <- 1
    for (t in sort(unique(s$time[s$event == 1]))) {
      risk <- s$start < t & s$time >= t
      n <- sapply(groups, function(g) sum(risk & s$group == g))
      e <- sapply(groups, function(g) sum(s$time == t & s$event == 1 & s$group == g))
      N <- sum(n); D <- sum(e)
      pp <- pp * (1 - D / (N + 1))
      w <- weight(N, km, pp)
      O <- O + w * e; E <- E + w * D * n / N; U <- U + w * (e - D * n / N)
      if (N > 1) V <- V + w^2 * D * (N - D) / (N - 1) * (diag(n / N, k) - outer(n / N, n / N))
      km <- km * (1 - D / N)
    }
  }
  keep <- which(diag(V) > 0)[-1]
  list(obs = O, exp = E, score = U, var = V, chisq = if (length(keep)) drop(U[keep] %*% solve(V[keep, keep], U[keep])) else NA, df = length(keep))
}
weights <- list(
  "logRank" = function(n, km, pp) 1, "gehan" = function(n, km, pp) n, "taroneWare" = function(n, km, pp) sqrt(n),
  "petoPeto" = function(n, km, pp) pp, "modifiedPetoPeto" = function(n, km, pp) pp * n / (n + 1),
  "fh 0.5 0" = function(n, km, pp) sqrt(km), "fh 1 0" = function(n, km, pp) km, "fh 0 1" = function(n, km, pp) 1 - km,
  "fh 1 1" = function(n, km, pp) km * (1 - km), "fh 0.5 0.5" = function(n, km, pp) sqrt(km * (1 - km)))
rho <- c("logRank" = 0, "fh 0.5 0" = 0.5, "fh 1 0" = 1)
tests <- groups <- covariances <- NULL
for (name in names(sets)) for (stratified in c(FALSE, TRUE)) for (w in names(weights)) {
  d <- sets[[name]]
  if (length(unique(d$group)) < 2 || stratified && length(unique(d$stratum)) < 2) next
  found <- by_definition(d, weights[[w]], stratified)
  source <- "definition"
  if (w %in% names(rho) && !late(d)) {
    source <- "survdiff"
    y <- with(d, Surv(time, event))
    fit <- if (stratified) survdiff(y ~ group + strata(stratum), d, rho = rho[w])
           else survdiff(y ~ group, d, rho = rho[w])
    total <- function(x) if (is.matrix(x)) rowSums(x) else as.vector(x)
    fit <- list(obs = total(fit$obs), exp = total(fit$exp), score = total(fit$obs) - total(fit$exp), var = unname(fit$var), chisq = unname(fit$chisq),
                df = sum(total(fit$exp) > 0) - 1)
    stopifnot(all.equal(fit[names(found)], found, tolerance = 1e-9))
    found <- fit
  }
  key <- data.frame(set = name, stratified = as.integer(stratified), weights = w)
  tests <- rbind(tests, cbind(key, source = source, statistic = found$chisq, df = found$df, p = pchisq(found$chisq, found$df, lower.tail = FALSE)))
  k <- length(found$obs)
  groups <- rbind(groups, cbind(key, group = 1:k, observed = found$obs, expected = found$exp, score = found$score))
  covariances <- rbind(covariances, cbind(key, g = rep(1:k, k), h = rep(1:k, each = k), value = as.vector(found$var)))
}
save(tests, "comparison-logrank.csv")
save(groups, "comparison-logrank-groups.csv")
save(covariances, "comparison-logrank-covariances.csv")

# Trend: the score test of a Cox model on the group's number without ties is one definition; here, from U and V of survdiff.
trends <- NULL
for (name in c("lung", "veteran", "pbc", "colon", "transplant", "steps")) {
  d <- sets[[name]]; fit <- survdiff(Surv(time, event) ~ group, d)
  for (scores in list(seq_along(fit$obs), seq_along(fit$obs)^2)) {
    z <- sum(scores * (fit$obs - fit$exp)) / sqrt(drop(scores %*% fit$var %*% scores))
    trends <- rbind(trends, data.frame(set = name, power = if (all(scores == seq_along(scores))) 1 else 2, statistic = z^2))
  }
}
save(trends, "comparison-trends.csv")

pairs <- NULL
for (name in c("veteran", "pbc", "colon", "transplant", "steps")) {
  d <- sets[[name]]; both <- combn(sort(unique(d$group)), 2)
  p <- apply(both, 2, function(b) {
    fit <- survdiff(Surv(time, event) ~ group + strata(stratum), d[d$group %in% b, ])
    pchisq(fit$chisq, 1, lower.tail = FALSE)
  })
  pairs <- rbind(pairs, data.frame(set = name, first = both[1, ], second = both[2, ], p = p, adjusted = p.adjust(p, "holm")))
}
save(pairs, "comparison-pairs.csv")
holm <- NULL
for (p in list(c(.01, .02, .03), c(.04, NA, .011, .04, .5, .6), c(1, 1), .3, c(1e-300, 1e-5, .02, .02, .02, .9)))
  holm <- rbind(holm, data.frame(list = sum(p, na.rm = TRUE), p = p, adjusted = p.adjust(p, "holm")))
save(holm, "comparison-holm.csv")

# Cox's model, all coefficients against group 1; and cox.zph. The one-sided set has a group without events; see below.
control <- coxph.control(eps = 1e-13, toler.chol = 1e-15, iter.max = 100, timefix = FALSE)
cox <- coefficients <- ratios <- zph <- profiles <- NULL
for (name in setdiff(names(sets), "one-sided")) for (stratified in c(FALSE, TRUE)) for (ties in c("efron", "breslow")) {
  d <- sets[[name]]
  if (length(unique(d$group)) < 2 || stratified && length(unique(d$stratum)) < 2) next
  d$y <- with(d, if (late(d)) Surv(start, time, event) else Surv(time, event))
  k <- length(unique(d$group))
  fit_to <- function(reference) {
    d$g <- relevel(factor(d$group), ref = reference)
    if (stratified) coxph(y ~ g + strata(stratum), d, ties = ties, control = control) else coxph(y ~ g, d, ties = ties, control = control)
  }
  key <- data.frame(set = name, stratified = as.integer(stratified), ties = ties)
  fit <- fit_to("1")
  cox <- rbind(cox, cbind(key, null = fit$loglik[1], maximum = fit$loglik[2], score = fit$score, wald = unname(fit$wald.test), df = k - 1))
  for (reference in 1:k) {
    other <- fit_to(as.character(reference))
    coefficients <- rbind(coefficients, cbind(
      key, group = setdiff(1:k, reference), reference = reference, value = unname(coef(other)), std_error = unname(sqrt(diag(vcov(other))))))
  }
  for (transform in c("km", "identity", "log", "rank")) {
    table <- cox.zph(fit, transform, terms = TRUE)$table
    single <- cox.zph(fit, transform, terms = FALSE)$table
    zph <- rbind(zph, cbind(
      key, transform = transform, group = c(0, 2:k), statistic = c(table["GLOBAL", "chisq"], single[seq_len(k - 1), "chisq"]),
      df = c(table["GLOBAL", "df"], rep(1, k - 1))))
  }
  if (name %in% c("aml", "lung", "veteran", "ovarian", "late", "steps", "tied", "mixed")) for (g in 2:k) {
    d$x <- as.integer(d$group == g); d$rest <- factor(ifelse(d$group == g, 1, d$group))
    profile <- function(b) {
      terms <- c(if (k > 2) "rest", "offset(b * x)", if (stratified) "strata(stratum)")
      if (k > 2) return(coxph(reformulate(terms, "y"), cbind(d, b = b), ties = ties, control = control)$loglik[2])
      coxph(reformulate(c("x", terms[-1], if (stratified) "strata(stratum)"), "y"), d, ties = ties, init = b,
            control = coxph.control(iter.max = 0, timefix = FALSE))$loglik[2]
    }
    for (level in c(0.95, 0.8)) {
      target <- fit$loglik[2] - qchisq(level, 1) / 2
      b <- unname(coef(fit)[g - 1]); s <- sqrt(vcov(fit)[g - 1, g - 1])
      limit <- function(side) uniroot(function(x) profile(x) - target, sort(b + side * s * c(0.5, 8)), tol = 1e-12)$root
      profiles <- rbind(profiles, cbind(key, group = g, level = level, lower = exp(limit(-1)), upper = exp(limit(1))))
    }
  }
}
save(cox, "comparison-cox.csv")
save(coefficients, "comparison-cox-ratios.csv")
save(zph, "comparison-zph.csv")
save(profiles, "comparison-profiles.csv")

# A last group without events: its ratio to group 1 is 0, the supremum of the likelihood is that of the data without it, and the profile has
# an upper limit alone.
eventless <- NULL
for (name in c("one-sided", "aml", "veteran")) for (ties in c("efron", "breslow")) {
  d <- sets[[name]]
  if (name != "one-sided") d <- rbind(d, data.frame(set = name, start = 0, time = c(5, 11, 30, 31, 60), event = 0, group = max(d$group) + 1, stratum = 1, cause = 0))
  k <- max(d$group); d$x <- as.integer(d$group == k); rest <- d[d$group < k, ]
  others <- if (k > 2) "factor(group)" else "1"
  best <- if (k > 2) coxph(Surv(time, event) ~ factor(group), rest, ties = ties, control = control)$loglik[2]
          else coxph(Surv(time, event) ~ 1, rest, ties = ties)$loglik
  d$other <- factor(ifelse(d$group == k, 1, d$group))
  profile <- function(b) {
    if (k > 2) return(coxph(Surv(time, event) ~ other + offset(b * x), cbind(d, b = b), ties = ties, control = control)$loglik[2])
    coxph(Surv(time, event) ~ x, d, ties = ties, init = b, control = coxph.control(iter.max = 0))$loglik[2]
  }
  null <- coxph(Surv(time, event) ~ 1, d, ties = ties)$loglik
  upper <- exp(uniroot(function(b) profile(b) - best + qchisq(0.95, 1) / 2, c(-12, 8), tol = 1e-13)$root)
  eventless <- rbind(eventless, data.frame(set = name, ties = ties, groups = k, null = null, supremum = best, upper = upper))
}
save(eventless, "comparison-eventless.csv")
