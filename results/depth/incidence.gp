# Draw this picture again with:  gnuplot incidence.gp
# Reads incidence.csv in the same folder; writes incidence.svg and incidence.png.

set macros
set datafile separator comma
set datafile commentschars ''
table = 'incidence.csv'
# Where each curve's rows begin and end in the table, and every how many of them one is drawn.
array first[24] = [0, 395, 459, 475, 487, 494, 500, 503, 878, 936, 951, 963, 969, 1009, 1013, 1409, 1615, 1633, 1723, 1739, 2122, 2309, 2311, 2330]
array final[24] = [394, 458, 474, 486, 493, 499, 502, 877, 935, 950, 962, 968, 1008, 1012, 1408, 1614, 1632, 1722, 1738, 2121, 2308, 2310, 2329, 2444]
array stride[24] = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
array end[24] = [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]

# Steps with bands: each level is written twice, where it begins and where it ends, one block a curve.
# Columns: time, level, lower, upper, and the height of a censoring mark (at most 60 marks a curve).
fields = "(sprintf('%.4f %.9f %.9f %.9f %d', column(3), column(8), strcol(10) eq '' ? -1 : column(10), strcol(11) eq '' ? -1 : column(11), 0))"
set print $curves
do for [curve = 1:24] {
  set table $rows
  plot table skip 1 every stride[curve]::first[curve]::final[curve] using @fields with table, \
       table skip 1 every ::final[curve]::final[curve] using @fields with table
  unset table
  level = '0.0 0.0 0.0'
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
down(y) = 1 - y / 1022.0
set lmargin at screen across(118.0)
set rmargin at screen across(866.0)
set tmargin at screen down(74.0)
set bmargin at screen down(504.0)
set label 'depth: convention figures' noenhanced font ',15' at screen 0.5, screen down(24) center
set label 'Cumulative incidence (Aalen and Johansen), 95 % log-log bands.' at screen 0.5, screen down(48.0) center noenhanced font ',11'
set xlabel 'Time (steps)' noenhanced font ',13'
set ylabel 'Fraction of chains that have ended so' noenhanced font ',13'
set border 3 linecolor rgb '#444444'
set format '%g'
set tics nomirror out font ',11'
set grid linecolor rgb '#e4e4e4' linetype 1 linewidth 0.6
unset key
set xrange [0:60000.0]
set xtics ('0' 0.0, '10000' 10000.0, '20000' 20000.0, '30000' 30000.0, '40000' 40000.0, '50000' 50000.0, '60000' 60000.0)
set yrange [0:*]

# The colours of Okabe and Ito; after eight they come again, dashed. Words in darker ones.
set style line 1 linecolor rgb '#0072B2' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
set style line 2 linecolor rgb '#D55E00' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
set style line 3 linecolor rgb '#009E73' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
set style line 4 linecolor rgb '#CC79A7' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
set style line 5 linecolor rgb '#E69F00' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
set style line 6 linecolor rgb '#56B4E9' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
set style line 7 linecolor rgb '#000000' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
set style line 8 linecolor rgb '#F0E442' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
set style line 9 linecolor rgb '#0072B2' dashtype (14,7) linewidth 1.8 pointtype 1 pointsize 0.9
set style line 10 linecolor rgb '#D55E00' dashtype (14,7) linewidth 1.8 pointtype 1 pointsize 0.9
set style line 11 linecolor rgb '#009E73' dashtype (14,7) linewidth 1.8 pointtype 1 pointsize 0.9
set style line 12 linecolor rgb '#CC79A7' dashtype (14,7) linewidth 1.8 pointtype 1 pointsize 0.9
set style line 13 linecolor rgb '#E69F00' dashtype (14,7) linewidth 1.8 pointtype 1 pointsize 0.9
set style line 14 linecolor rgb '#56B4E9' dashtype (14,7) linewidth 1.8 pointtype 1 pointsize 0.9
set style line 15 linecolor rgb '#000000' dashtype (14,7) linewidth 1.8 pointtype 1 pointsize 0.9
set style line 16 linecolor rgb '#F0E442' dashtype (14,7) linewidth 1.8 pointtype 1 pointsize 0.9
set style line 17 linecolor rgb '#0072B2' dashtype (3,5) linewidth 1.8 pointtype 1 pointsize 0.9
set style line 18 linecolor rgb '#D55E00' dashtype (3,5) linewidth 1.8 pointtype 1 pointsize 0.9
set style line 19 linecolor rgb '#009E73' dashtype (3,5) linewidth 1.8 pointtype 1 pointsize 0.9
set style line 20 linecolor rgb '#CC79A7' dashtype (3,5) linewidth 1.8 pointtype 1 pointsize 0.9
set style line 21 linecolor rgb '#E69F00' dashtype (3,5) linewidth 1.8 pointtype 1 pointsize 0.9
set style line 22 linecolor rgb '#56B4E9' dashtype (3,5) linewidth 1.8 pointtype 1 pointsize 0.9
set style line 23 linecolor rgb '#000000' dashtype (3,5) linewidth 1.8 pointtype 1 pointsize 0.9
set style line 24 linecolor rgb '#F0E442' dashtype (3,5) linewidth 1.8 pointtype 1 pointsize 0.9
array ink[24] = ['#0072B2', '#C24E00', '#007A5A', '#A8497C', '#A06E00', '#1F7FB8', '#000000', '#7D7500', '#0072B2', '#C24E00', '#007A5A', '#A8497C', '#A06E00', '#1F7FB8', '#000000', '#7D7500', '#0072B2', '#C24E00', '#007A5A', '#A8497C', '#A06E00', '#1F7FB8', '#000000', '#7D7500']
set style fill transparent solid 0.05 noborder

# The legend: pieces of the lines, names.
set arrow from screen across(14.0), screen down(588.0) to screen across(42.0), screen down(588.0) nohead linestyle 1
set label 'sgd, problem.two-by-two.epsilon = 0.25, schedule.1.eta = 0.2, network.depth = 3: entered' at screen across(48.0), screen down(588.0) left noenhanced textcolor rgb ink[1] font ',11'
set arrow from screen across(14.0), screen down(606.0) to screen across(42.0), screen down(606.0) nohead linestyle 2
set label 'sgd, problem.two-by-two.epsilon = 0.25, schedule.1.eta = 0.2, network.depth = 4: entered' at screen across(48.0), screen down(606.0) left noenhanced textcolor rgb ink[2] font ',11'
set arrow from screen across(14.0), screen down(624.0) to screen across(42.0), screen down(624.0) nohead linestyle 3
set label 'gd, problem.two-by-two.epsilon = 0.25, schedule.1.eta = 0.2, network.depth = 4: entered' at screen across(48.0), screen down(624.0) left noenhanced textcolor rgb ink[3] font ',11'
set arrow from screen across(14.0), screen down(642.0) to screen across(42.0), screen down(642.0) nohead linestyle 4
set label 'sgd, problem.two-by-two.epsilon = 0.25, schedule.1.eta = 0.2, network.depth = 5: entered' at screen across(48.0), screen down(642.0) left noenhanced textcolor rgb ink[4] font ',11'
set arrow from screen across(14.0), screen down(660.0) to screen across(42.0), screen down(660.0) nohead linestyle 5
set label 'gd, problem.two-by-two.epsilon = 0.25, schedule.1.eta = 0.2, network.depth = 5: entered' at screen across(48.0), screen down(660.0) left noenhanced textcolor rgb ink[5] font ',11'
set arrow from screen across(14.0), screen down(678.0) to screen across(42.0), screen down(678.0) nohead linestyle 6
set label 'sgd, problem.two-by-two.epsilon = 0.25, schedule.1.eta = 0.2, network.depth = 6: entered' at screen across(48.0), screen down(678.0) left noenhanced textcolor rgb ink[6] font ',11'
set arrow from screen across(14.0), screen down(696.0) to screen across(42.0), screen down(696.0) nohead linestyle 7
set label 'gd, problem.two-by-two.epsilon = 0.25, schedule.1.eta = 0.2, network.depth = 6: entered' at screen across(48.0), screen down(696.0) left noenhanced textcolor rgb ink[7] font ',11'
set arrow from screen across(14.0), screen down(714.0) to screen across(42.0), screen down(714.0) nohead linestyle 8
set label 'sgd, problem.two-by-two.epsilon = 0.25, schedule.1.eta = 0.25, network.depth = 3: entered' at screen across(48.0), screen down(714.0) left noenhanced textcolor rgb ink[8] font ',11'
set arrow from screen across(14.0), screen down(732.0) to screen across(42.0), screen down(732.0) nohead linestyle 9
set label 'sgd, problem.two-by-two.epsilon = 0.25, schedule.1.eta = 0.25, network.depth = 4: entered' at screen across(48.0), screen down(732.0) left noenhanced textcolor rgb ink[9] font ',11'
set arrow from screen across(14.0), screen down(750.0) to screen across(42.0), screen down(750.0) nohead linestyle 10
set label 'gd, problem.two-by-two.epsilon = 0.25, schedule.1.eta = 0.25, network.depth = 4: entered' at screen across(48.0), screen down(750.0) left noenhanced textcolor rgb ink[10] font ',11'
set arrow from screen across(14.0), screen down(768.0) to screen across(42.0), screen down(768.0) nohead linestyle 11
set label 'sgd, problem.two-by-two.epsilon = 0.25, schedule.1.eta = 0.25, network.depth = 5: entered' at screen across(48.0), screen down(768.0) left noenhanced textcolor rgb ink[11] font ',11'
set arrow from screen across(14.0), screen down(786.0) to screen across(42.0), screen down(786.0) nohead linestyle 12
set label 'gd, problem.two-by-two.epsilon = 0.25, schedule.1.eta = 0.25, network.depth = 5: entered' at screen across(48.0), screen down(786.0) left noenhanced textcolor rgb ink[12] font ',11'
set arrow from screen across(14.0), screen down(804.0) to screen across(42.0), screen down(804.0) nohead linestyle 13
set label 'sgd, problem.two-by-two.epsilon = 0.25, schedule.1.eta = 0.25, network.depth = 6: collapsed' at screen across(48.0), screen down(804.0) left noenhanced textcolor rgb ink[13] font ',11'
set arrow from screen across(14.0), screen down(822.0) to screen across(42.0), screen down(822.0) nohead linestyle 14
set label 'gd, problem.two-by-two.epsilon = 0.25, schedule.1.eta = 0.25, network.depth = 6: entered' at screen across(48.0), screen down(822.0) left noenhanced textcolor rgb ink[14] font ',11'
set arrow from screen across(14.0), screen down(840.0) to screen across(42.0), screen down(840.0) nohead linestyle 15
set label 'sgd, problem.two-by-two.epsilon = 0.1, schedule.1.eta = 0.2, network.depth = 4: entered' at screen across(48.0), screen down(840.0) left noenhanced textcolor rgb ink[15] font ',11'
set arrow from screen across(14.0), screen down(858.0) to screen across(42.0), screen down(858.0) nohead linestyle 16
set label 'sgd, problem.two-by-two.epsilon = 0.1, schedule.1.eta = 0.2, network.depth = 5: entered' at screen across(48.0), screen down(858.0) left noenhanced textcolor rgb ink[16] font ',11'
set arrow from screen across(14.0), screen down(876.0) to screen across(42.0), screen down(876.0) nohead linestyle 17
set label 'gd, problem.two-by-two.epsilon = 0.1, schedule.1.eta = 0.2, network.depth = 5: entered' at screen across(48.0), screen down(876.0) left noenhanced textcolor rgb ink[17] font ',11'
set arrow from screen across(14.0), screen down(894.0) to screen across(42.0), screen down(894.0) nohead linestyle 18
set label 'sgd, problem.two-by-two.epsilon = 0.1, schedule.1.eta = 0.2, network.depth = 6: entered' at screen across(48.0), screen down(894.0) left noenhanced textcolor rgb ink[18] font ',11'
set arrow from screen across(14.0), screen down(912.0) to screen across(42.0), screen down(912.0) nohead linestyle 19
set label 'gd, problem.two-by-two.epsilon = 0.1, schedule.1.eta = 0.2, network.depth = 6: entered' at screen across(48.0), screen down(912.0) left noenhanced textcolor rgb ink[19] font ',11'
set arrow from screen across(14.0), screen down(930.0) to screen across(42.0), screen down(930.0) nohead linestyle 20
set label 'sgd, problem.two-by-two.epsilon = 0.1, schedule.1.eta = 0.25, network.depth = 4: entered' at screen across(48.0), screen down(930.0) left noenhanced textcolor rgb ink[20] font ',11'
set arrow from screen across(14.0), screen down(948.0) to screen across(42.0), screen down(948.0) nohead linestyle 21
set label 'sgd, problem.two-by-two.epsilon = 0.1, schedule.1.eta = 0.25, network.depth = 5: entered' at screen across(48.0), screen down(948.0) left noenhanced textcolor rgb ink[21] font ',11'
set arrow from screen across(14.0), screen down(966.0) to screen across(42.0), screen down(966.0) nohead linestyle 22
set label 'sgd, problem.two-by-two.epsilon = 0.1, schedule.1.eta = 0.25, network.depth = 5: collapsed' at screen across(48.0), screen down(966.0) left noenhanced textcolor rgb ink[22] font ',11'
set arrow from screen across(14.0), screen down(984.0) to screen across(42.0), screen down(984.0) nohead linestyle 23
set label 'gd, problem.two-by-two.epsilon = 0.1, schedule.1.eta = 0.25, network.depth = 5: entered' at screen across(48.0), screen down(984.0) left noenhanced textcolor rgb ink[23] font ',11'
set arrow from screen across(14.0), screen down(1002.0) to screen across(42.0), screen down(1002.0) nohead linestyle 24
set label 'sgd, problem.two-by-two.epsilon = 0.1, schedule.1.eta = 0.25, network.depth = 6: collapsed' at screen across(48.0), screen down(1002.0) left noenhanced textcolor rgb ink[24] font ',11'

curves = "for [curve = 1:24] $curves index curve - 1 using 1:3:4 with filledcurves linestyle curve, " \
       . "for [curve = 1:24] $curves index curve - 1 using 1:2 with lines linestyle curve, " \
       . "for [curve = 1:24] $curves index curve - 1 using 1:5 with points linestyle curve linewidth 1"

set terminal svg size 900,1022 dynamic background '#ffffff' font 'Helvetica,Arial,sans-serif,12' fontscale 1.33
set output 'incidence.svg'
plot @curves
set terminal pngcairo size 1800,2044 background '#ffffff' font 'sans,12' fontscale 2 linewidth 2 pointscale 2
set output 'incidence.png'
plot @curves
unset output
