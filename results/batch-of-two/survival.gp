# Draw this picture again with:  gnuplot survival.gp
# Reads survival.csv in the same folder; writes survival.svg and survival.png.

set macros
set datafile separator comma
set datafile commentschars ''
table = 'survival.csv'
# Where each curve's rows begin and end in the table, and every how many of them one is drawn.
array first[1] = [0]
array final[1] = [659]
array stride[1] = [1]
array end[1] = [60000.0]

# Steps with bands: each level is written twice, where it begins and where it ends, one block a curve.
# Columns: time, level, lower, upper, and the height of a censoring mark (at most 60 marks a curve).
fields = "(sprintf('%.4f %.9f %.9f %.9f %d', column(2), column(6), strcol(8) eq '' ? -1 : column(8), strcol(9) eq '' ? -1 : column(9), column(5) > 0))"
set print $curves
do for [curve = 1:1] {
  set table $rows
  plot table skip 1 every stride[curve]::first[curve]::final[curve] using @fields with table, \
       table skip 1 every ::final[curve]::final[curve] using @fields with table
  unset table
  level = '1.0 1.0 1.0'
  marked = -60000.0
  time = 0
  print '0 ', level, ' NaN'
  do for [i = 1:|$rows|] {
    if (words($rows[i]) == 5) {
      row = $rows[i]
      time = real(word(row, 1))
      print word(row, 1), ' ', level, ' NaN'
      level = word(row, 2).' '.(real(word(row, 3)) < 0 ? 'NaN NaN' : word(row, 3).' '.word(row, 4))
      mark = real(word(row, 5)) > 0 && time - marked >= 60000.0 / 60.0
      if (mark) { marked = time }
      print word(row, 1), ' ', level, ' ', (mark ? word(row, 2) : 'NaN')
    }
  }
  if (time < end[curve]) { print sprintf('%.4f ', end[curve]), level, ' NaN' }
  print ''
  print ''
}
unset print
set datafile separator whitespace

# Places in points from the left and from the top.
across(x) = x / 900.0
down(y) = 1 - y / 646.0
set lmargin at screen across(182.64120000000003)
set rmargin at screen across(866.0)
set tmargin at screen down(92.0)
set bmargin at screen down(522.0)
set label 'batch-of-two: convention figures' noenhanced font ',15' at screen 0.5, screen down(24) center
set label 'Event: first step in B_1(alpha = 0.03, epsilon1 = 0.3, epsilon2 = 0.1, C = 3), balance spectral.' at screen 0.5, screen down(48.0) center noenhanced font ',11'
set label 'Kaplan-Meier curves, 95 % log-log bands; + where chains are censored.' at screen 0.5, screen down(66.0) center noenhanced font ',11'
set xlabel 'Time (steps)' noenhanced font ',13'
set ylabel 'Fraction of chains not yet in B_{1}' font ',13'
set border 3 linecolor rgb '#444444'
set format '%g'
set tics nomirror out font ',11'
set grid linecolor rgb '#e4e4e4' linetype 1 linewidth 0.6
unset key
set xrange [0:60000.0]
set xtics ('0' 0.0, '10000' 10000.0, '20000' 20000.0, '30000' 30000.0, '40000' 40000.0, '50000' 50000.0, '60000' 60000.0)
set yrange [0:1.02]

# The colours of Okabe and Ito; after eight they come again, dashed. Words in darker ones.
set style line 1 linecolor rgb '#0072B2' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
array ink[1] = ['#0072B2']
set style fill transparent solid 0.18 noborder

# The legend: pieces of the lines, names, numbers at risk.
set label 'Chains at risk' at screen across(14.0), screen down(606.0) left noenhanced font ',11'
set arrow from screen across(14.0), screen down(626.0) to screen across(42.0), screen down(626.0) nohead linestyle 1
set label 'sgd-batch(2)' at screen across(48.0), screen down(626.0) left noenhanced textcolor rgb ink[1] font ',11'
array times[7] = [0.0, 10000.0, 20000.0, 30000.0, 40000.0, 50000.0, 60000.0]
array counts[1]
array level[1]
counts[1] = '24000 23897 23772 23649 23548 23440 23339'; level[1] = 626.0
do for [curve = 1:1] {
  do for [tick = 1:|times|] {
    set label word(counts[curve], tick) at first times[tick], screen down(level[curve]) center \
      textcolor rgb ink[curve] font ',11'
  }
}

curves = "for [curve = 1:1] $curves index curve - 1 using 1:3:4 with filledcurves linestyle curve, " \
       . "for [curve = 1:1] $curves index curve - 1 using 1:2 with lines linestyle curve, " \
       . "for [curve = 1:1] $curves index curve - 1 using 1:5 with points linestyle curve linewidth 1"

set terminal svg size 900,646 dynamic background '#ffffff' font 'Helvetica,Arial,sans-serif,12' fontscale 1.33
set output 'survival.svg'
plot @curves
set terminal pngcairo size 1800,1292 background '#ffffff' font 'sans,12' fontscale 2 linewidth 2 pointscale 2
set output 'survival.png'
plot @curves
unset output
