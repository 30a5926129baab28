# Survival curves of the study fig1-annealing. Draw them again with:  gnuplot survival.gp
# Reads survival.csv in the same folder; writes survival.svg and survival.png.

arms = 1
# Where each arm's rows begin and end in survival.csv, and every how many of them one is drawn.
array first[arms] = [0]
array final[arms] = [3396]
array stride[arms] = [1]
array horizon[arms] = [60000]
array name[arms]

set macros
# Steps with bands: each level is written twice, where it begins and where it ends, one block an arm.
# Columns: time, survival, lower, upper, and the height of a censoring mark (at most 60 marks an arm).
# (Fixed notation, because gnuplot cannot read 1e+06 back as a number.)
fields = "(sprintf('%.1f %.9f %.9f %.9f %d', $2, $6, strcol(8) eq '' ? -1 : column(8), strcol(9) eq '' ? -1 : column(9), $5))"
set datafile separator comma
set print $curves
do for [arm = 1:arms] {
  set table $rows
  plot 'survival.csv' skip 1 every stride[arm]::first[arm]::final[arm] using @fields with table, \
       'survival.csv' skip 1 every ::final[arm]::final[arm] using @fields with table
  unset table
  level = '1 1 1'
  marked = -horizon[arm]
  time = 0
  print '0 ', level, ' NaN'
  do for [i = 1:|$rows|] {
    if (words($rows[i]) == 5) {
      row = $rows[i]
      time = real(word(row, 1))
      print word(row, 1), ' ', level, ' NaN'
      level = word(row, 2).' '.(real(word(row, 3)) < 0 ? 'NaN NaN' : word(row, 3).' '.word(row, 4))
      mark = real(word(row, 5)) > 0 && time - marked >= horizon[arm] / 60.0
      if (mark) { marked = time }
      print word(row, 1), ' ', level, ' ', (mark ? word(row, 2) : 'NaN')
    }
  }
  if (time < horizon[arm]) { print sprintf('%.15g ', horizon[arm]), level, ' NaN' }
  print ''
  print ''
}
unset print
set datafile separator whitespace

set title "fig1-annealing: convention figures\n{/=11 Event: first step in B\\_1(alpha = 0.03, epsilon1 = 0.3, epsilon2 = 0.1, C = 3), balance spectral.}\n{/=11 Kaplan-Meier curves, 95 % log-log bands; + where chains are censored.}" font ',15'
set xlabel "Time (steps)" font ',13'
set ylabel 'Fraction of chains not yet in B_{1}' font ',13'
set xrange [0:60000]
set yrange [0:1.02]
set ytics 0.2
set border 3 linecolor rgb '#444444'
set tics nomirror out font ',11'
set grid linecolor rgb '#e4e4e4' linetype 1 linewidth 0.6
set rmargin 5
set key inside right top noenhanced samplen 3 font ',11'

# The colours of Okabe and Ito; after eight arms they come again, dashed.
name[1] = 'sgd'
set style line 1 linecolor rgb '#0072B2' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9

set style fill transparent solid 0.18 noborder
curves = "for [arm = 1:arms] $curves index arm - 1 using 1:3:4 with filledcurves linestyle arm notitle, " \
       . "for [arm = 1:arms] $curves index arm - 1 using 1:2 with lines linestyle arm title name[arm], " \
       . "for [arm = 1:arms] $curves index arm - 1 using 1:5 with points linestyle arm linewidth 1 notitle"

set terminal svg size 900,560 dynamic background '#ffffff' font 'Helvetica,Arial,sans-serif,12'
set output 'survival.svg'
plot @curves
set terminal pngcairo size 1800,1120 background '#ffffff' font 'sans,12' fontscale 2 linewidth 2 pointscale 2
set output 'survival.png'
plot @curves
unset output
