# Makes datasets.csv, the data that several fixtures share:  Rscript make-datasets.R
# Made with R 4.2.2, survival 3.5-3 and MASS 7.3-58. Published data sets come from those packages; the simulated ones have a fixed seed.
# Columns: set; start (entry, 0 if none); time; event (1 or 0); group; stratum (1 if none); cause (0 censored, 1, 2, ...).
library(survival)

rows <- NULL
add <- function(set, time, event, group = 1, stratum = 1, cause = event, start = 0) {
  frame <- data.frame(set = set, start = start, time = time, event = event, group = as.integer(factor(group)),
                      stratum = as.integer(factor(stratum)), cause = cause)
  rows <<- rbind(rows, frame[complete.cases(frame), ])
}

with(aml, add("aml", time, status, x))
with(MASS::gehan, add("leukaemia", time, cens, treat))
with(lung, add("lung", time, status - 1, sex, ph.ecog))
with(veteran, add("veteran", time, status, celltype, trt))
with(ovarian, add("ovarian", futime, fustat, rx, resid.ds))
with(kidney, add("kidney", time, status, sex))
with(pbc, add("pbc", time, as.integer(status > 0), ifelse(is.na(trt), 0, trt), edema, status))
with(heart, add("heart", stop, event, transplant, surgery, start = start))
with(subset(colon, etype == 2), add("colon", time, status, rx, node4))
with(subset(rats, litter <= 60), add("rats", time, status, rx, sex))
with(mgus2, {
  time <- ifelse(pstat == 0, futime, ptime)
  cause <- ifelse(pstat == 0, 2 * death, 1)
  add("mgus2", time, as.integer(cause > 0), sex, cut(age, c(0, 60, 75, 200)), cause)
})
with(transplant, {
  cause <- c(censored = 0, death = 1, ltx = 2, withdraw = 3)[as.character(event)]
  keep <- futime > 0
  add("transplant", futime[keep], as.integer(cause[keep] > 0), abo[keep], sex[keep], cause[keep])
})
add("byhand", c(1, 2, 2, 3, 3, 3, 5, 6), c(0, 1, 0, 1, 0, 1, 0, 1), cause = c(0, 1, 0, 2, 0, 2, 0, 2))

set.seed(3)
# Steps as an ensemble has them: a burn-in, a flat hazard, whole steps, a horizon; arms of unequal rates; a rare second outcome.
steps <- lapply(1:3, function(arm) {
  n <- c(300, 200, 100)[arm]
  t <- ceiling(500 + rexp(n, c(1 / 900, 1 / 1500, 1 / 1600)[arm]))
  d <- ceiling(rexp(n, 1 / 9000))
  data.frame(time = pmin(t, d, 4000), cause = ifelse(pmin(t, d) > 4000, 0, ifelse(t <= d, 1, 2)), arm = arm)
})
steps <- do.call(rbind, steps)
with(steps, add("steps", time, as.integer(cause == 1), arm, rep(1:2, 300), cause))
# Heavy ties: twelve distinct times for 400 observations.
tied <- data.frame(time = 1 + rbinom(400, 11, 0.4), event = rbinom(400, 1, 0.7), group = rep(1:2, 200), stratum = rep(1:4, each = 100))
with(tied, add("tied", time, event, group, stratum))
# Late entries, early risk sets that are small.
late <- data.frame(start = round(rexp(250, 1 / 30), 2), gap = round(rweibull(250, 1.3, 60), 2) + 0.01, event = rbinom(250, 1, 0.75), group = rep(1:2, 125))
with(late, add("late", start + gap, event, group, start = start))
# Crossing hazards, for weighted tests and proportionality.
cross <- rbind(data.frame(time = rweibull(120, 0.7, 10), group = 1), data.frame(time = rweibull(120, 2, 9), group = 2))
with(cross, add("crossing", pmin(time, 25), as.integer(time <= 25), group))
# A group without events, and no events at all.
add("one-sided", c(3, 5, 8, 9, 12, 4, 6, 10, 12, 12), c(1, 1, 0, 1, 1, 0, 0, 0, 0, 0), rep(1:2, each = 5))
add("eventless", c(1, 2, 3, 4), rep(0, 4), c(1, 1, 2, 2))

for (column in c("start", "time")) rows[[column]] <- sprintf("%.17g", rows[[column]])
write.csv(rows, "datasets.csv", row.names = FALSE, quote = FALSE)
cat(length(unique(rows$set)), "sets,", nrow(rows), "rows\n")
