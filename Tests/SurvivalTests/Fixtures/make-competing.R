# Makes competing-*.csv:  Rscript make-competing.R
# Made with R 4.2.2, survival 3.5-3, etm 1.1.1 and cmprsk 2.2-11. Where a set of datasets.csv has one cause, every second event (by its place,
# counted from 0) is made cause 2; the tests do the same.
suppressMessages({library(survival); library(etm); library(cmprsk)})
data <- read.csv("datasets.csv")
pick <- function(set) {
  x <- data[data$set == set, ]
  if (max(x$cause) < 2) x$cause <- ifelse(x$event == 1, 1 + (seq_len(nrow(x)) - 1) %% 2, 0)
  x
}
number <- function(x) ifelse(is.na(x), "NA", sprintf("%.17g", x))
# At most about 60 times of a set, the first and last among them.
thin <- function(n) unique(round(seq(1, n, length.out = min(n, 60))))

incidence <- NULL; lost <- NULL
for (set in c("byhand", "mgus2", "transplant", "pbc", "steps", "tied", "late", "aml")) {
  x <- pick(set)
  K <- max(x$cause)
  state <- factor(x$cause, 0:K)
  truncated <- any(x$start > 0)
  x$id <- seq_len(nrow(x))
  # timefix off: times are ties when they are equal, here as there.
  fit <- function(...) if (truncated) survfit(Surv(x$start, x$time, state) ~ 1, id = x$id, timefix = FALSE, ...) else survfit(Surv(x$time, state) ~ 1, timefix = FALSE, ...)
  f <- fit()
  # etm's variance at the same times, for every set; survfit's is another estimator where there are late entries.
  tra <- matrix(FALSE, K + 1, K + 1); tra[1, -1] <- TRUE
  frame <- data.frame(id = x$id, from = "0", to = ifelse(x$cause == 0, "cens", x$cause), entry = x$start, exit = x$time)
  e <- if (truncated) etm(frame, as.character(0:K), tra, "cens", 0) else
    etm(transform(frame[c("id", "from", "to")], time = x$time), as.character(0:K), tra, "cens", 0)
  keep <- which(f$n.risk[, 1] > 0 & f$time %in% x$time)
  keep <- keep[thin(length(keep))]
  bands <- lapply(c(plain = "plain", log = "log", "log-log" = "log-log"), function(type) fit(conf.type = type))
  for (k in 1:K) {
    # etm has times of events alone; between them nothing moves.
    place <- findInterval(f$time[keep], e$time)
    se <- c(0, sqrt(pmax(trcov(e, paste("0", k)), 0)))[place + 1]
    rows <- data.frame(set = set, cause = k, time = number(f$time[keep]), at_risk = f$n.risk[keep, 1], survival = number(f$pstate[keep, 1]),
                       incidence = number(f$pstate[keep, k + 1]), etm_error = number(se), survfit_error = number(f$std.err[keep, k + 1]))
    for (type in names(bands)) {
      rows[[paste0(type, "_lower")]] <- number(bands[[type]]$lower[keep, k + 1])
      rows[[paste0(type, "_upper")]] <- number(bands[[type]]$upper[keep, k + 1])
    }
    incidence <- rbind(incidence, rows)
  }
  if (!truncated) for (horizon in max(x$time) * c(0.3, 1)) {
    area <- summary(f, rmean = horizon)$table[, "rmean"]
    lost <- rbind(lost, data.frame(set = set, cause = 1:K, horizon = number(horizon), value = number(area[2:(K + 1)])))
  }
}
write.csv(incidence, "competing-incidence.csv", row.names = FALSE, quote = FALSE)
write.csv(lost, "competing-lost.csv", row.names = FALSE, quote = FALSE)

gray <- NULL
for (set in c("mgus2", "transplant", "pbc", "steps", "tied", "colon", "veteran", "crossing")) for (rho in c(0, 1, 0.5)) for (strata in 0:1) {
  x <- pick(set)
  tests <- cuminc(x$time, x$cause, x$group, if (strata) x$stratum else rep(1, nrow(x)), rho = rho)$Tests
  gray <- rbind(gray, data.frame(set = set, rho = rho, strata = strata, cause = rownames(tests),
                                 statistic = number(tests[, "stat"]), p = number(tests[, "pv"]), df = tests[, "df"]))
}
write.csv(gray, "competing-gray.csv", row.names = FALSE, quote = FALSE)
cat(nrow(incidence), nrow(lost), nrow(gray), "\n")
