# Makes interval-survfit.csv from interval-data.csv:  Rscript make-interval.R
# Made with R 4.2.2 and survival 3.5-3. survfit stops when the curve moves by less than 5e-5; here its own function goes on to 1e-11.
library(survival)
hard <- survival:::survfitTurnbull
text <- deparse(hard)
stopifnot(sum(grepl("eps > 5e-05", text, fixed = TRUE)) == 1)
hard <- eval(parse(text = sub("eps > 5e-05", "eps > 1e-11 && iter < 4000", text, fixed = TRUE)), asNamespace("survival"))
data <- read.csv("interval-data.csv")
out <- NULL
for (set in unique(data$set)) {
  x <- data[data$set == set, ]
  # A lower end of 0 is given as 0, not as NA: R takes NA for minus infinity, which would put time 0 inside.
  y <- Surv(x$lower, ifelse(is.finite(x$upper), x$upper, NA), type = "interval2")
  f <- hard(factor(rep(1, nrow(x))), y, weights = rep(1, nrow(x)), se.fit = FALSE, conf.type = "none")
  times <- sort(unique(c(x$lower, x$upper[is.finite(x$upper)])))
  out <- rbind(out, data.frame(set = set, time = times, survival = c(1, f$surv)[findInterval(times, f$time) + 1]))
}
for (column in c("time", "survival")) out[[column]] <- sprintf("%.17g", out[[column]])
write.csv(out, "interval-survfit.csv", row.names = FALSE, quote = FALSE)
cat(nrow(out), "\n")
