# Measures R's survival package on the times of a CSV file: Rscript survival.R FILE REPEATS [SUFFIX]
# Writes a line of JSON for each task (see tools/survival-bench/BenchLine.swift). The data are in memory before the clock starts.
suppressPackageStartupMessages(library(survival))
arguments <- commandArgs(trailingOnly = TRUE)
repeats <- as.integer(arguments[2])
suffix <- if (length(arguments) > 2) arguments[3] else ""
data <- read.csv(arguments[1], colClasses = c("numeric", "integer", "character"))
data$group <- factor(data$group)
horizon <- 30000

kaplan_meier <- function() {
  fit <- survfit(Surv(time, event) ~ 1, data = data, conf.type = "log-log")
  median <- quantile(fit, 0.5)
  mean <- survival:::survmean(fit, scale = 1, rmean = horizon)$matrix
  at <- findInterval(10000, fit$time)
  c(distinct_times = length(fit$time), median = median$quantile[[1]], median_lower = median$lower[[1]],
    median_upper = median$upper[[1]], restricted_mean = mean[["rmean"]], restricted_mean_se = mean[["se(rmean)"]],
    survival = fit$surv[at], lower = fit$lower[at], upper = fit$upper[at])
}

log_rank <- function() c(chi_square = survdiff(Surv(time, event) ~ group, data = data)$chisq)

measure <- function(task, work) {
  results <- work()
  clock <- vapply(seq_len(repeats), function(i) { gc(FALSE); t <- system.time(work(), gcFirst = FALSE); c(t[["elapsed"]], t[["user.self"]] + t[["sys.self"]]) }, c(0, 0))
  cat(sprintf(
    '{"tool": "R", "version": "%s.%s, survival %s", "task": "%s%s", "rows": %d, "seconds": [%s], "cores_used": %.3f, "results": {%s}}\n',
    R.version$major, R.version$minor, packageVersion("survival"), task, suffix, nrow(data),
    paste(sprintf("%.4f", clock[1, ]), collapse = ", "), sum(clock[2, ]) / sum(clock[1, ]),
    paste(sprintf('"%s": %.17g', names(results), results), collapse = ", ")))
}

measure("kaplan-meier", kaplan_meier)
measure("log-rank", log_rank)
