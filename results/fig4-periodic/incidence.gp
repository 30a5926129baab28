# Draw this picture again with:  gnuplot incidence.gp
# Reads incidence.csv in the same folder; writes incidence.svg and incidence.png.

set macros
set datafile separator comma
set datafile commentschars ''
table = 'incidence.csv'
# Where each curve's rows begin and end in the table, and every how many of them one is drawn.
array first[2] = [0, 2264]
array final[2] = [2263, 2281]
array stride[2] = [1, 1]
array end[2] = [0.0, 0.0]

# Steps with bands: each level is written twice, where it begins and where it ends, one block a curve.
# Columns: time, level, lower, upper, and the height of a censoring mark (at most 60 marks a curve).
fields = "(sprintf('%.4f %.9f %.9f %.9f %d', column(3), column(8), strcol(10) eq '' ? -1 : column(10), strcol(11) eq '' ? -1 : column(11), 0))"
set print $curves
do for [curve = 1:2] {
  set table $rows
  plot table skip 1 every stride[curve]::first[curve]::final[curve] using @fields with table, \
       table skip 1 every ::final[curve]::final[curve] using @fields with table
  unset table
  level = '0.0 0.0 0.0'
  marked = -12000.0
  time = 0
  print '0 ', level, ' NaN'
  do for [i = 1:|$rows|] {
    if (words($rows[i]) == 5) {
      row = $rows[i]
      time = real(word(row, 1))
      print word(row, 1), ' ', level, ' NaN'
      level = word(row, 2).' '.(real(word(row, 3)) < 0 ? 'NaN NaN' : word(row, 3).' '.word(row, 4))
      mark = real(word(row, 5)) > 0 && time - marked >= 12000.0 / 60.0
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
down(y) = 1 - y / 608.0
set lmargin at screen across(118.0)
set rmargin at screen across(866.0)
set tmargin at screen down(74.0)
set bmargin at screen down(504.0)
set label 'fig4-periodic: convention figures' noenhanced font ',15' at screen 0.5, screen down(24) center
set label 'Cumulative incidence (Aalen and Johansen), 95 % log-log bands.' at screen 0.5, screen down(48.0) center noenhanced font ',11'
set xlabel 'Time (steps)' noenhanced font ',13'
set ylabel 'Fraction of chains that have ended so' noenhanced font ',13'
set border 3 linecolor rgb '#444444'
set format '%g'
set tics nomirror out font ',11'
set grid linecolor rgb '#e4e4e4' linetype 1 linewidth 0.6
unset key
set xrange [0:12000.0]
set xtics ('0' 0.0, '2000' 2000.0, '4000' 4000.0, '6000' 6000.0, '8000' 8000.0, '10000' 10000.0, '12000' 12000.0)
set yrange [0:*]

# The colours of Okabe and Ito; after eight they come again, dashed. Words in darker ones.
set style line 1 linecolor rgb '#0072B2' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
set style line 2 linecolor rgb '#D55E00' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
array ink[2] = ['#0072B2', '#C24E00']
set style fill transparent solid 0.18 noborder

# The legend: pieces of the lines, names.
set arrow from screen across(14.0), screen down(588.0) to screen across(42.0), screen down(588.0) nohead linestyle 1
set label 'entered' at screen across(48.0), screen down(588.0) left noenhanced textcolor rgb ink[1] font ',11'
set arrow from screen across(239.0), screen down(588.0) to screen across(267.0), screen down(588.0) nohead linestyle 2
set label 'collapsed' at screen across(273.0), screen down(588.0) left noenhanced textcolor rgb ink[2] font ',11'

curves = "for [curve = 1:2] $curves index curve - 1 using 1:3:4 with filledcurves linestyle curve, " \
       . "for [curve = 1:2] $curves index curve - 1 using 1:2 with lines linestyle curve, " \
       . "for [curve = 1:2] $curves index curve - 1 using 1:5 with points linestyle curve linewidth 1"

set terminal svg size 900,608 dynamic background '#ffffff' font 'Helvetica,Arial,sans-serif,12' fontscale 1.33
set output 'incidence.svg'
plot @curves
set terminal pngcairo size 1800,1216 background '#ffffff' font 'sans,12' fontscale 2 linewidth 2 pointscale 2
set output 'incidence.png'
plot @curves
unset output
