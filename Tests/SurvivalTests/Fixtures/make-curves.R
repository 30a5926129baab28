# Makes the fixtures curves-*.csv of curves, bands, means and rates:  Rscript make-curves.R   (in this folder; reads datasets.csv)
# Made with R 4.2.2, survival 3.5-3 and km.ci 0.5-6. Every number has 17 digits; NA is R's "not available" (and its NaN).
library(survival)
suppressMessages(library(km.ci))

number <- function(x) ifelse(is.na(x), "NA", ifelse(is.infinite(x), "Inf", sprintf("%.17g", x)))
save <- function(frame, name) {
  for (column in names(frame)) if (is.numeric(frame[[column]])) frame[[column]] <- number(frame[[column]])
  write.csv(frame, name, row.names = FALSE, quote = FALSE)
}
data <- read.csv("datasets.csv")
sets <- split(data, data$set)
landmark <- function(frame, time) { frame <- frame[frame$time > time, ]; frame$start <- pmax(frame$start, time); frame }

# Every set, three landmarks, and a risk set that shrinks to one and empties before others enter.
sets[["lung-300"]] <- landmark(sets[["lung"]], 300)
sets[["steps-800"]] <- landmark(sets[["steps"]], 800)
sets[["late-60"]] <- landmark(sets[["late"]], 60)
sets[["heart-2"]] <- subset(sets[["heart"]], group == 2)
shrinking <- data.frame(start = c(0, 0, 2, 3, 3, 4, 6, 6), time = c(1, 2, 5, 7, 8, 8, 9, 9), event = c(0, 1, 1, 0, 1, 1, 1, 0))
sets[["shrinking"]] <- data.frame(set = "shrinking", shrinking, group = 1, stratum = 1, cause = shrinking$event)
late <- names(sets)[sapply(sets, function(s) any(s$start > 0))]
# Without `timefix`, which makes ties of times that differ by rounding: the set "late" has such times, and ties are equal numbers here.
survival_of <- function(s, ...) {
  if (any(s$start > 0)) survfit(Surv(start, time, event) ~ 1, data = s, timefix = FALSE, ...)
  else survfit(Surv(time, event) ~ 1, data = s, timefix = FALSE, ...)
}

samples <- curves <- hazards <- quantiles <- means <- risk <- NULL
for (name in names(sets)) {
  s <- sets[[name]]
  is_late <- name %in% late
  if (is_late) samples <- rbind(samples, data.frame(set = name, start = s$start, time = s$time, event = s$event))
  fits <- lapply(c("plain", "log", "log-log"), function(type) survival_of(s, conf.type = type))
  fit <- fits[[1]]
  # Every third row of the late sets (all of the short ones), some of the others (curves.csv has more).
  step <- if (!is_late) 25 else if (length(fit$time) > 50) 3 else 1
  rows <- unique(c(seq(1, length(fit$time), by = step), length(fit$time)))
  if (is_late) {
    curves <- rbind(curves, data.frame(
      set = name, time = fit$time, at_risk = fit$n.risk, events = fit$n.event, censored = fit$n.censor, survival = fit$surv,
      std_error_log = fit$std.err, plain_lower = fits[[1]]$lower, plain_upper = fits[[1]]$upper, log_lower = fits[[2]]$lower,
      log_upper = fits[[2]]$upper, loglog_lower = fits[[3]]$lower, loglog_upper = fits[[3]]$upper)[rows, ])
    for (type in 1:3) for (p in c(0.1, 0.25, 0.5, 0.75, 0.9)) {
      q <- quantile(fits[[type]], p)
      quantiles <- rbind(quantiles, data.frame(
        set = name, transform = c("plain", "log", "log-log")[type], level = 0.95, probability = p, value = q$quantile, lower = q$lower, upper = q$upper))
    }
    for (share in c(0.3, 0.8, 1, 1.2)) {
      m <- survival:::survmean(fit, rmean = share * max(s$time))$matrix
      means <- rbind(means, data.frame(set = name, horizon = share * max(s$time), value = m[["rmean"]], std_error = m[["se(rmean)"]]))
    }
  }
  # The interval of exp(-H) on the scales of its logarithm and of H's logarithm.
  plain <- survival_of(s, stype = 2, ctype = 1, conf.type = "log")
  log_scale <- survival_of(s, stype = 2, ctype = 1, conf.type = "log-log")
  hazards <- rbind(hazards, data.frame(
    set = name, time = plain$time, hazard = plain$cumhaz, std_error = plain$std.chaz, plain_lower = -log(plain$upper), plain_upper = -log(plain$lower),
    log_lower = -log(log_scale$upper), log_upper = -log(log_scale$lower))[rows, ])
  if (!is_late) {
    times <- c(0, seq(0.05, 1.1, by = 0.15) * max(s$time), s$time[1])
    found <- summary(fit, times = sort(times), extend = TRUE)
    risk <- rbind(risk, data.frame(
      set = name, time = found$time, at_risk = found$n.risk, events = cumsum(found$n.event), censored = cumsum(found$n.censor)))
  }
}
save(samples, "curves-samples.csv")
save(curves, "curves-late.csv")
save(hazards, "curves-hazards.csv")
save(quantiles, "curves-quantiles.csv")
save(means, "curves-means.csv")
save(risk, "curves-at-risk.csv")

# All of lung, of which datasets.csv leaves out a row without ph.ecog: the published restricted means by sex have it.
save(with(lung, data.frame(time = time, event = status - 1, sex = sex)), "curves-lung.csv")

# The first two groups' restricted means compared; the arithmetic is R's, the means survfit's.
contrasts <- NULL
for (name in setdiff(names(sets), c(late, "eventless"))) {
  s <- sets[[name]]
  if (length(unique(s$group)) < 2) next
  pair <- sort(unique(s$group))[1:2]
  groups <- lapply(pair, function(g) s[s$group == g, ])
  horizon <- if (name == "lung") 965 else 0.9 * min(sapply(groups, function(g) max(g$time)))
  m <- lapply(groups, function(g) survival:::survmean(survfit(Surv(time, event) ~ 1, data = g), rmean = horizon)$matrix[c("rmean", "se(rmean)")])
  difference <- m[[2]][[1]] - m[[1]][[1]]
  error <- sqrt(m[[1]][[2]]^2 + m[[2]][[2]]^2)
  log_ratio <- log(m[[2]][[1]] / m[[1]][[1]])
  log_error <- sqrt((m[[1]][[2]] / m[[1]][[1]])^2 + (m[[2]][[2]] / m[[2]][[1]])^2)
  z <- qnorm(0.975)
  contrasts <- rbind(contrasts, data.frame(
    set = name, first = pair[1], second = pair[2], horizon = horizon, difference = difference, std_error = error, lower = difference - z * error,
    upper = difference + z * error, p = 2 * pnorm(-abs(difference / error)), ratio = exp(log_ratio), ratio_std_error = log_error,
    ratio_lower = exp(log_ratio - z * log_error), ratio_upper = exp(log_ratio + z * log_error), ratio_p = 2 * pnorm(-abs(log_ratio / log_error))))
}
save(contrasts, "curves-contrasts.csv")

# km.ci's tables of the bridge's critical values (four decimals; rows: a = 0.1, 0.12, ... at the end, columns: 0, 0.02, ... at the start), a
# third of them, and its bands. km.ci interpolates between entries, so a band's value is recovered from the linear band.
critical <- NULL
for (level in c(0.90, 0.95, 0.99)) {
  table <- as.matrix(get(paste0("critical.value.hall.", 100 * level)))
  cells <- which(!is.na(table), arr.ind = TRUE)
  cells <- cells[seq(1, nrow(cells), by = 3), ]
  critical <- rbind(critical, data.frame(
    level = level, from = round(0.02 * (cells[, 2] - 1), 2), to = round(0.1 + 0.02 * (cells[, 1] - 1), 2), value = table[cells]))
}
save(critical, "curves-critical.csv")
bands <- NULL
for (name in c("aml", "lung", "veteran", "leukaemia")) for (level in c(0.90, 0.95, 0.99)) {
  s <- sets[[name]]
  fit <- survfit(Surv(time, event) ~ 1, data = s)
  linear <- km.ci(fit, conf.level = level, method = "hall-wellner")
  logged <- km.ci(fit, conf.level = level, method = "loghall")
  # km.ci keeps the window's rows.
  own <- match(linear$time, fit$time)
  v <- fit$std.err[own]^2
  value <- (linear$upper - fit$surv[own]) / fit$surv[own] * sqrt(fit$n) / (1 + fit$n * v)
  rows <- which(linear$upper < 1 & linear$lower > 0 & fit$n.event[own] > 0)
  rows <- rows[seq(1, length(rows), by = 7)]
  bands <- rbind(bands, data.frame(
    set = name, level = level, time = linear$time, value = value, lower = linear$lower, upper = linear$upper, loglog_lower = logged$lower,
    loglog_upper = logged$upper)[rows, ])
}
save(bands, "curves-bands.csv")

ratios <- NULL
for (pair in list(c(0, 1), c(1, 0), c(0, 7), c(7, 0), c(1, 1), c(2, 9), c(11, 7), c(5, 5), c(3, 40), c(120, 133), c(1000, 1), c(5e4, 5.1e4), c(1e6, 1003000), c(5e6, 5005000)))
  for (exposures in list(c(1, 1), c(1, 2.5), c(1234.5, 17), c(3e6, 1e6))) for (level in c(0.8, 0.95)) {
    # The second over the first. R needs a sum over all outcomes.
    if (sum(pair) > 1e6 && (level == 0.8 || exposures[2] != 1)) next
    test <- poisson.test(rev(pair), rev(exposures), conf.level = level)
    ratios <- rbind(ratios, data.frame(
      first = pair[1], second = pair[2], first_exposure = exposures[1], second_exposure = exposures[2], level = level,
      ratio = as.numeric(test$estimate), lower = test$conf.int[1], upper = test$conf.int[2], p = test$p.value))
  }
save(ratios, "curves-ratios.csv")

trials <- NULL
for (n in c(1, 2, 3, 10, 137, 4000, 1e5, 1e7)) for (k in unique(pmin(n, c(0, 1, 2, round(n * c(0.001, 0.3, 0.5)), n - 1, n)))) {
  score <- suppressWarnings(prop.test(k, n, correct = FALSE)$conf.int)
  for (p in c(1e-3, 0.3, 0.5, 0.51, 0.9)) {
    value <- if (n <= 1e5) binom.test(k, n, p)$p.value else NA
    trials <- rbind(trials, data.frame(events = k, trials = n, lower = score[1], upper = score[2], proportion = p, p = value))
  }
}
save(trials, "curves-trials.csv")
