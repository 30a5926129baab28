# Makes competing-gray-ties.csv:  Rscript make-gray-ties.R   (R 4.2.2, cmprsk 2.2-11)
# Data that are nearly all ties, where a group ends with more events than the population that Gray's
# variance draws them from.
suppressMessages(library(cmprsk))
sets <- list(
  one = list(time = c(4,4,4,1,4,2, 4,3,1,4), cause = c(1,1,1,1,1,0, 1,1,1,1), group = c(rep(1, 6), rep(2, 4))),
  two = list(time = c(4,3,4,2,4, 3,2,3,4), cause = c(1,1,1,1,1, 1,1,2,2), group = c(rep(1, 5), rep(2, 4))),
  three = list(time = c(3,3,1,4,1, 3,1,4,4), cause = c(1,1,1,1,1, 1,1,0,1), group = c(rep(1, 5), rep(2, 4))),
  four = list(time = c(1,1,3,1,4,3, 4,4,3,3,1,2,2,4), cause = c(1,1,1,1,1,1, 0,1,1,0,1,1,1,1), group = c(rep(1, 6), rep(2, 8))))
result <- NULL
for (name in names(sets)) {
  x <- sets[[name]]
  test <- cuminc(x$time, x$cause, x$group)$Tests
  result <- rbind(result, data.frame(set = name, times = paste(x$time, collapse = " "), causes = paste(x$cause, collapse = " "),
                                     groups = paste(x$group, collapse = " "), statistic = sprintf("%.17g", test[1, "stat"])))
}
write.csv(result, "competing-gray-ties.csv", row.names = FALSE, quote = FALSE)
