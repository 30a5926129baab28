# Makes pairs-times.csv, pairs-pseudo.csv and pairs-means.csv, pairs of times compared by pseudo-values:  Rscript make-pairs.R
# Made with R 4.2.2 and survival 3.5-3. By the definition, n R - (n - 1) R(-i), with a fit of survfit for each observation left out; then t.test and cor.
library(survival)

number <- function(x) ifelse(is.na(x), "NA", ifelse(is.infinite(x), "Inf", sprintf("%.17g", x)))
save <- function(frame, name) {
  for (column in names(frame)) if (is.numeric(frame[[column]])) frame[[column]] <- number(frame[[column]])
  write.csv(frame, name, row.names = FALSE, quote = FALSE)
}

# Marshall and Olkin's exponentials: both times of a pair end with a common shock. Censored apart (or not), rounded up to whole steps (or not).
pairs <- function(n, common, censoring = NA, steps = NA, together = FALSE) {
  shock <- rexp(n, common)
  first <- pmin(shock, rexp(n, 1 - common))
  second <- pmin(shock, rexp(n, 2 - common))
  c1 <- if (is.na(censoring)) rep(Inf, n) else rexp(n, censoring)
  c2 <- if (together) c1 else if (is.na(censoring)) rep(Inf, n) else rexp(n, censoring)
  up <- function(x) if (is.na(steps)) x else ceiling(x * steps)
  data.frame(first = pmin(up(first), up(c1)), first_event = as.integer(up(first) <= up(c1)),
             second = pmin(up(second), up(c2)), second_event = as.integer(up(second) <= up(c2)))
}
set.seed(20263)
sets <- list(
  "censored" = pairs(60, 0.8, 0.6), "heavy" = pairs(25, 0.5, 2), "together" = pairs(40, 0.8, 0.7, together = TRUE),
  "all-events" = pairs(30, 0.7), "steps" = pairs(80, 0.8, 0.5, steps = 12), "coarse" = pairs(50, 0.6, 0.5, steps = 3),
  "two" = data.frame(first = c(3, 5), first_event = c(0, 1), second = c(4, 6.5), second_event = c(1, 1)),
  # One side ends in an event of the one at risk, after a censoring; the other in a censoring.
  "ends" = data.frame(first = c(1, 2, 4, 5, 7), first_event = c(1, 0, 1, 0, 1), second = c(2, 2, 3, 6, 8), second_event = c(1, 1, 0, 1, 0)),
  "at-zero" = data.frame(first = c(0, 0, 1.5, 4, 4), first_event = c(1, 0, 1, 1, 0), second = c(0.5, 0, 2, 2, 3), second_event = c(1, 1, 0, 1, 1))
)
restricted <- function(time, event, horizon)
  survival:::survmean(survfit(Surv(time, event) ~ 1, timefix = FALSE), rmean = horizon)$matrix[["rmean"]]
pseudo <- function(time, event, horizon) {
  n <- length(time)
  n * restricted(time, event, horizon) - (n - 1) * sapply(1:n, function(i) restricted(time[-i], event[-i], horizon))
}
times <- values <- means <- NULL
for (name in names(sets)) {
  s <- sets[[name]]
  times <- rbind(times, data.frame(set = name, s))
  last <- min(max(s$first), max(s$second))
  for (horizon in c(0.3 * last, 0.8 * last, 1.3 * last)) {
    first <- pseudo(s$first, s$first_event, horizon)
    second <- pseudo(s$second, s$second_event, horizon)
    values <- rbind(values, data.frame(set = name, horizon = horizon, first = first, second = second))
    n <- nrow(s)
    row <- data.frame(
      set = name, horizon = horizon, difference = mean(second - first), std_error = sd(second - first) / sqrt(n),
      unpaired = sqrt((var(first) + var(second)) / n), correlation = suppressWarnings(cor(first, second)))
    # Without spread but for rounding, no test.
    spread <- sd(second - first) > 1e-9 * horizon
    for (level in c(0.95, 0.8)) {
      test <- if (spread) t.test(second, first, paired = TRUE, conf.level = level)
      means <- rbind(means, data.frame(
        row, level = level, t = if (spread) test$statistic[[1]] else NA, p = if (spread) test$p.value else NA,
        lower = if (spread) test$conf.int[1] else NA, upper = if (spread) test$conf.int[2] else NA))
    }
  }
}
save(times, "pairs-times.csv")
save(values, "pairs-pseudo.csv")
save(means, "pairs-means.csv")
