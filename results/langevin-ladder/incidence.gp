# Draw this picture again with:  gnuplot incidence.gp
# Reads incidence.csv in the same folder; writes incidence.svg and incidence.png.

set macros
set datafile separator comma
set datafile commentschars ''
table = 'incidence.csv'
# Where each curve's rows begin and end in the table, and every how many of them one is drawn.
array first[6] = [0, 3253, 3289, 6215, 6219, 6267]
array final[6] = [3252, 3288, 6214, 6218, 6266, 6459]
array stride[6] = [1, 1, 1, 1, 1, 1]
array end[6] = [0.0, 0.0, 0.0, 0.0, 0.0, 0.0]

# Steps with bands: each level is written twice, where it begins and where it ends, one block a curve.
# Columns: time, level, lower, upper, and the height of a censoring mark (at most 60 marks a curve).
fields = "(sprintf('%.4f %.9f %.9f %.9f %d', column(3), column(8), strcol(10) eq '' ? -1 : column(10), strcol(11) eq '' ? -1 : column(11), 0))"
set print $curves
do for [curve = 1:6] {
  set table $rows
  plot table skip 1 every stride[curve]::first[curve]::final[curve] using @fields with table, \
       table skip 1 every ::final[curve]::final[curve] using @fields with table
  unset table
  level = '0.0 0.0 0.0'
  marked = -20000.0
  time = 0
  print '0 ', level, ' NaN'
  do for [i = 1:|$rows|] {
    if (words($rows[i]) == 5) {
      row = $rows[i]
      time = real(word(row, 1))
      print word(row, 1), ' ', level, ' NaN'
      level = word(row, 2).' '.(real(word(row, 3)) < 0 ? 'NaN NaN' : word(row, 3).' '.word(row, 4))
      mark = real(word(row, 5)) > 0 && time - marked >= 20000.0 / 60.0
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
down(y) = 1 - y / 626.0
set lmargin at screen across(118.0)
set rmargin at screen across(866.0)
set tmargin at screen down(74.0)
set bmargin at screen down(504.0)
set label 'langevin-ladder: convention figures' noenhanced font ',15' at screen 0.5, screen down(24) center
set label 'Cumulative incidence (Aalen and Johansen), 95 % log-log bands.' at screen 0.5, screen down(48.0) center noenhanced font ',11'
set xlabel 'Time (steps)' noenhanced font ',13'
set ylabel 'Fraction of chains that have ended so' noenhanced font ',13'
set border 3 linecolor rgb '#444444'
set format '%g'
set tics nomirror out font ',11'
set grid linecolor rgb '#e4e4e4' linetype 1 linewidth 0.6
unset key
set xrange [0:20000.0]
set xtics ('0' 0.0, '2500' 2500.0, '5000' 5000.0, '7500' 7500.0, '10000' 10000.0, '12500' 12500.0, '15000' 15000.0, '17500' 17500.0, '20000' 20000.0)
set yrange [0:*]

# The colours of Okabe and Ito; after eight they come again, dashed. Words in darker ones.
set style line 1 linecolor rgb '#0072B2' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
set style line 2 linecolor rgb '#D55E00' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
set style line 3 linecolor rgb '#009E73' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
set style line 4 linecolor rgb '#CC79A7' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
set style line 5 linecolor rgb '#E69F00' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
set style line 6 linecolor rgb '#56B4E9' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
array ink[6] = ['#0072B2', '#C24E00', '#007A5A', '#A8497C', '#A06E00', '#1F7FB8']
set style fill transparent solid 0.1 noborder

# The legend: pieces of the lines, names.
set arrow from screen across(14.0), screen down(588.0) to screen across(42.0), screen down(588.0) nohead linestyle 1
set label 'sgd: entered' at screen across(48.0), screen down(588.0) left noenhanced textcolor rgb ink[1] font ',11'
set arrow from screen across(314.0), screen down(588.0) to screen across(342.0), screen down(588.0) nohead linestyle 2
set label 'sgd-batch(2): entered' at screen across(348.0), screen down(588.0) left noenhanced textcolor rgb ink[2] font ',11'
set arrow from screen across(614.0), screen down(588.0) to screen across(642.0), screen down(588.0) nohead linestyle 3
set label 'gaussian-matched: entered' at screen across(648.0), screen down(588.0) left noenhanced textcolor rgb ink[3] font ',11'
set arrow from screen across(14.0), screen down(606.0) to screen across(42.0), screen down(606.0) nohead linestyle 4
set label 'gaussian-matched: collapsed' at screen across(48.0), screen down(606.0) left noenhanced textcolor rgb ink[4] font ',11'
set arrow from screen across(314.0), screen down(606.0) to screen across(342.0), screen down(606.0) nohead linestyle 5
set label 'gaussian-matched: diverged' at screen across(348.0), screen down(606.0) left noenhanced textcolor rgb ink[5] font ',11'
set arrow from screen across(614.0), screen down(606.0) to screen across(642.0), screen down(606.0) nohead linestyle 6
set label 'gaussian-frozen: entered' at screen across(648.0), screen down(606.0) left noenhanced textcolor rgb ink[6] font ',11'

curves = "for [curve = 1:6] $curves index curve - 1 using 1:3:4 with filledcurves linestyle curve, " \
       . "for [curve = 1:6] $curves index curve - 1 using 1:2 with lines linestyle curve, " \
       . "for [curve = 1:6] $curves index curve - 1 using 1:5 with points linestyle curve linewidth 1"

set terminal svg size 900,626 dynamic background '#ffffff' font 'Helvetica,Arial,sans-serif,12' fontscale 1.33
set output 'incidence.svg'
plot @curves
set terminal pngcairo size 1800,1252 background '#ffffff' font 'sans,12' fontscale 2 linewidth 2 pointscale 2
set output 'incidence.png'
plot @curves
unset output
