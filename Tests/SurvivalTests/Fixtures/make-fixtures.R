# Makes the fixtures beside this file, from the R package `survival` and R's own exact tests:  Rscript make-fixtures.R
# Made with R 4.2.2 and survival 3.5-3. Every number has 17 digits; NA is R's "not available" (and its NaN).
library(survival)

number <- function(x) ifelse(is.na(x), "NA", ifelse(is.infinite(x), "Inf", sprintf("%.17g", x)))
save <- function(frame, name) {
  for (column in names(frame)) if (is.numeric(frame[[column]])) frame[[column]] <- number(frame[[column]])
  write.csv(frame, name, row.names = FALSE, quote = FALSE)
}

set.seed(20260)
tied <- data.frame(time = rbinom(300, 12, 0.4), event = rbinom(300, 1, 0.7))
sets <- list(
  "aml-maintained" = with(subset(aml, x == "Maintained"), data.frame(time = time, event = status)),
  "aml-nonmaintained" = with(subset(aml, x == "Nonmaintained"), data.frame(time = time, event = status)),
  "lung" = with(lung, data.frame(time = time, event = status - 1)),
  "tied" = tied,
  "all-events" = data.frame(time = c(7.5, 1.25, 3, 3, 11, 4.5, 2, 9), event = 1),
  "no-events" = data.frame(time = c(4, 2, 9, 9), event = 0),
  "one-event" = data.frame(time = 5, event = 1),
  "one-censored" = data.frame(time = 5, event = 0),
  "flat-median" = data.frame(time = c(1, 2, 3, 4, 6, 8), event = c(1, 1, 1, 0, 1, 1)),
  "flat-to-the-end" = data.frame(time = c(1, 2, 3, 4), event = c(1, 1, 0, 0)),
  "event-at-zero" = data.frame(time = c(0, 0, 0.5, 2, 2), event = c(1, 0, 1, 1, 0)),
  # (19/20)(18/19)...(10/11) is 1/2, but not in binary: only the tolerance finds the flat stretch.
  "flat-but-for-rounding" = data.frame(time = (1:20)^2, event = 1)
)
samples <- curves <- bounds <- quantiles <- means <- NULL
for (name in names(sets)) {
  data <- sets[[name]]
  samples <- rbind(samples, data.frame(set = name, data))
  for (type in c("plain", "log", "log-log")) {
    fit <- survfit(Surv(time, event) ~ 1, data = data, conf.type = type)
    for (level in c(0.95, 0.8)) {
      fit <- survfit(Surv(time, event) ~ 1, data = data, conf.type = type, conf.int = level)
      bounds <- rbind(bounds, data.frame(
        set = name, transform = type, level = level, time = fit$time, lower = fit$lower, upper = fit$upper))
      for (p in c(0.1, 0.25, 0.5, 0.75, 0.9)) {
        q <- quantile(fit, p)
        quantiles <- rbind(quantiles, data.frame(
          set = name, transform = type, level = level, probability = p, value = q$quantile, lower = q$lower, upper = q$upper))
      }
    }
  }
  curves <- rbind(curves, data.frame(
    set = name, time = fit$time, at_risk = fit$n.risk, events = fit$n.event, censored = fit$n.censor, survival = fit$surv,
    std_error_log = fit$std.err, cumulative_hazard = fit$cumhaz))
  last <- max(data$time)
  for (horizon in c(min(data$time) / 2, 0.3 * last, 0.75 * last, last, 1.5 * last)) {
    if (horizon == 0) next
    m <- survival:::survmean(fit, rmean = horizon)$matrix
    means <- rbind(means, data.frame(set = name, horizon = horizon, value = m[["rmean"]], std_error = m[["se(rmean)"]]))
  }
}
save(samples, "samples.csv")
save(curves, "curves.csv")
save(bounds, "bounds.csv")
save(quantiles, "quantiles.csv")
save(means, "restricted-means.csv")

proportions <- rates <- NULL
for (level in c(0.8, 0.95, 0.999)) {
  for (n in c(1, 2, 10, 137, 4000, 1e6, 1e7, 3e8)) {
    for (k in unique(pmin(n, c(0, 1, 2, 7, round(n * c(0.001, 0.1, 0.5, 0.9)), n - 1, n)))) {
      # The interval of binom.test(k, n), without its p-value, which takes minutes at large n.
      tail <- (1 - level) / 2
      interval <- c(if (k == 0) 0 else qbeta(tail, k, n - k + 1),
                    if (k == n) 1 else qbeta(tail, k + 1, n - k, lower.tail = FALSE))
      if (n <= 1e6) stopifnot(all.equal(interval, as.vector(binom.test(k, n, conf.level = level)$conf.int), tolerance = 1e-9))
      proportions <- rbind(proportions, data.frame(events = k, trials = n, level = level, lower = interval[1], upper = interval[2]))
    }
  }
  for (k in c(0, 1, 2, 7, 30, 1000, 1e5, 1e6, 1e7, 1e9)) {
    exposure <- if (k == 7) 0.3 else 1e6
    tail <- (1 - level) / 2
    interval <- c(if (k == 0) 0 else qgamma(tail, k), qgamma(tail, k + 1, lower.tail = FALSE)) / exposure
    if (k <= 1e5) stopifnot(all.equal(interval, as.vector(poisson.test(k, exposure, conf.level = level)$conf.int), tolerance = 1e-9))
    rates <- rbind(rates, data.frame(events = k, exposure = exposure, level = level, lower = interval[1], upper = interval[2]))
  }
}
save(proportions, "proportions.csv")
save(rates, "rates.csv")
