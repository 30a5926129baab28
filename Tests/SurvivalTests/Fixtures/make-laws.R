# Makes laws-intervals.csv (interval-censored data sets) and laws-survreg.csv:  Rscript make-laws.R
# Made with R 4.2.2, survival 3.5-3. Run make-laws.py after it.
library(survival)
digits <- function(x) ifelse(is.na(x), "NA", sprintf("%.17g", x))

set.seed(6)
coarse <- local({ t <- rweibull(120, 1.4, 50); data.frame(lower = pmin(floor(t / 10) * 10, 80), upper = ifelse(t > 80, Inf, ceiling(t / 10) * 10)) })
mixed <- local({
  t <- round(rlnorm(80, 3, 0.8), 2); kind <- rep(1:4, 20)
  data.frame(lower = c(t, ifelse(kind == 2, 0, ifelse(kind == 3, t * 0.7, t * 0.8)))[ifelse(kind == 1, 1:80, 81:160)],
             upper = ifelse(kind == 1, t, ifelse(kind == 2, t * 1.5, ifelse(kind == 3, t * 1.3, Inf))))
})
narrow <- local({ t <- rweibull(100, 0.8, 3e6); data.frame(lower = floor(t / 50) * 50, upper = floor(t / 50) * 50 + 50) })
grid <- local({ t <- 530 + rexp(200, 1 / 900); data.frame(lower = pmin(floor(t / 100) * 100, 3000), upper = ifelse(t > 3000, Inf, ceiling(t / 100) * 100)) })
entered <- local({
  e <- rexp(400, 1 / 20); t <- rweibull(400, 1.3, 60); keep <- t > e + 0.1; e <- e[keep]; t <- t[keep]
  e[seq(1, length(e), 3)] <- 0
  lower <- pmax(e, floor(t / 7) * 7)
  data.frame(lower = pmin(lower, 140), upper = ifelse(t > 140, Inf, lower + 9), entry = e)
})
sets <- list(coarse = coarse, mixed = mixed, narrow = narrow, grid = grid, entered = entered)
rows <- do.call(rbind, lapply(names(sets), function(name) {
  data <- sets[[name]]
  if (is.null(data$entry)) data$entry <- 0
  data.frame(set = name, lower = data$lower, upper = data$upper, entry = data$entry)
}))
for (column in 2:4) rows[[column]] <- ifelse(is.infinite(rows[[column]]), "inf", sprintf("%.17g", rows[[column]]))
write.csv(rows, "laws-intervals.csv", row.names = FALSE, quote = FALSE)

# survreg: location and log scale of log T, their covariance, the log-likelihood. Natural parameters are made of these here, errors by the delta method.
fits <- NULL
fit <- function(set, surv) for (dist in c("exponential", "weibull", "lognormal", "loglogistic")) {
  model <- survreg(surv ~ 1, dist = dist, control = survreg.control(rel.tolerance = 1e-15, maxiter = 300))
  mu <- model$coefficients[[1]]; sigma <- model$scale; v <- model$var
  line <- switch(dist,
    exponential = list("exponential", exp(-mu), exp(-mu) * sqrt(v[1, 1]), NA, NA),
    weibull = list("weibull", 1 / sigma, sqrt(v[2, 2]) / sigma, exp(mu), exp(mu) * sqrt(v[1, 1])),
    lognormal = list("logNormal", mu, sqrt(v[1, 1]), sigma, sigma * sqrt(v[2, 2])),
    loglogistic = list("logLogistic", 1 / sigma, sqrt(v[2, 2]) / sigma, exp(mu), exp(mu) * sqrt(v[1, 1])))
  fits <<- rbind(fits, data.frame(set = set, law = line[[1]], first = digits(line[[2]]), first_error = digits(line[[3]]), second = digits(line[[4]]),
                                  second_error = digits(line[[5]]), log_likelihood = digits(model$loglik[1]), aic = digits(AIC(model)), bic = digits(BIC(model))))
}
data <- read.csv("datasets.csv")
for (name in unique(data$set)) {
  d <- data[data$set == name, ]
  if (any(d$start > 0) || any(d$time == 0) || sum(d$event) == 0) next
  fit(name, Surv(d$time, d$event))
}
for (name in c("coarse", "mixed", "narrow", "grid")) {
  d <- sets[[name]]
  fit(name, Surv(ifelse(d$lower == 0, NA, d$lower), ifelse(is.infinite(d$upper), NA, d$upper), type = "interval2"))
}
write.csv(fits, "laws-survreg.csv", row.names = FALSE, quote = FALSE)
cat(nrow(rows), "rows,", nrow(fits), "fits\n")
