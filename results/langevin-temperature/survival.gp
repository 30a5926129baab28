# Draw this picture again with:  gnuplot survival.gp
# Reads survival.csv in the same folder; writes survival.svg and survival.png.

set macros
set datafile separator comma
set datafile commentschars ''
table = 'survival.csv'
# Where each curve's rows begin and end in the table, and every how many of them one is drawn.
array first[18] = [0, 39, 44, 67, 106, 131, 143, 159, 198, 216, 255, 257, 266, 301, 338, 339, 340, 341]
array final[18] = [38, 43, 66, 105, 130, 142, 158, 197, 215, 254, 256, 265, 300, 337, 338, 339, 340, 377]
array stride[18] = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
array end[18] = [20000.0, 20000.0, 20000.0, 20000.0, 20000.0, 20000.0, 20000.0, 20000.0, 20000.0, 20000.0, 20000.0, 20000.0, 20000.0, 20000.0, 20000.0, 20000.0, 20000.0, 20000.0]

# Steps with bands: each level is written twice, where it begins and where it ends, one block a curve.
# Columns: time, level, lower, upper, and the height of a censoring mark (at most 60 marks a curve).
fields = "(sprintf('%.4f %.9f %.9f %.9f %d', column(2), column(6), strcol(8) eq '' ? -1 : column(8), strcol(9) eq '' ? -1 : column(9), column(5) > 0))"
set print $curves
do for [curve = 1:18] {
  set table $rows
  plot table skip 1 every stride[curve]::first[curve]::final[curve] using @fields with table, \
       table skip 1 every ::final[curve]::final[curve] using @fields with table
  unset table
  level = '1.0 1.0 1.0'
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
down(y) = 1 - y / 1420.0
set lmargin at screen across(118.0)
set rmargin at screen across(866.0)
set tmargin at screen down(128.0)
set bmargin at screen down(558.0)
set label 'langevin-temperature: convention figures' noenhanced font ',15' at screen 0.5, screen down(24) center
set label 'Event: first look into the basin of B_1(alpha = 0.03, epsilon1 = 0.3, epsilon2 = 0.1, C = 3), balance' at screen 0.5, screen down(48.0) center noenhanced font ',11'
set label 'spectral; gradient descent is followed to its rest every 480 steps, and 5 looks in a row must see the' at screen 0.5, screen down(66.0) center noenhanced font ',11'
set label 'chain inside.' at screen 0.5, screen down(84.0) center noenhanced font ',11'
set label 'Kaplan-Meier curves, 95 % log-log bands; + where chains are censored.' at screen 0.5, screen down(102.0) center noenhanced font ',11'
set xlabel 'Time (steps)' noenhanced font ',13'
set ylabel 'Fraction of chains not yet in B_{1}' font ',13'
set border 3 linecolor rgb '#444444'
set format '%g'
set tics nomirror out font ',11'
set grid linecolor rgb '#e4e4e4' linetype 1 linewidth 0.6
unset key
set xrange [0:20000.0]
set xtics ('0' 0.0, '2500' 2500.0, '5000' 5000.0, '7500' 7500.0, '10000' 10000.0, '12500' 12500.0, '15000' 15000.0, '17500' 17500.0, '20000' 20000.0)
set yrange [0:1.02]

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
array ink[18] = ['#0072B2', '#C24E00', '#007A5A', '#A8497C', '#A06E00', '#1F7FB8', '#000000', '#7D7500', '#0072B2', '#C24E00', '#007A5A', '#A8497C', '#A06E00', '#1F7FB8', '#000000', '#7D7500', '#0072B2', '#C24E00']
set style fill transparent solid 0.05 noborder

# The legend: pieces of the lines, names, numbers at risk.
set label 'Chains at risk' at screen across(14.0), screen down(642.0) left noenhanced font ',11'
set arrow from screen across(14.0), screen down(662.0) to screen across(42.0), screen down(662.0) nohead linestyle 1
set label 'sgd, network.width = 2' at screen across(48.0), screen down(662.0) left noenhanced textcolor rgb ink[1] font ',11'
set arrow from screen across(14.0), screen down(704.0) to screen across(42.0), screen down(704.0) nohead linestyle 2
set label 'langevin(temperature: 1e-05), network.width = 2' at screen across(48.0), screen down(704.0) left noenhanced textcolor rgb ink[2] font ',11'
set arrow from screen across(14.0), screen down(746.0) to screen across(42.0), screen down(746.0) nohead linestyle 3
set label 'langevin(temperature: 3e-05), network.width = 2' at screen across(48.0), screen down(746.0) left noenhanced textcolor rgb ink[3] font ',11'
set arrow from screen across(14.0), screen down(788.0) to screen across(42.0), screen down(788.0) nohead linestyle 4
set label 'langevin(temperature: 0.0001), network.width = 2' at screen across(48.0), screen down(788.0) left noenhanced textcolor rgb ink[4] font ',11'
set arrow from screen across(14.0), screen down(830.0) to screen across(42.0), screen down(830.0) nohead linestyle 5
set label 'langevin(temperature: 0.0003), network.width = 2' at screen across(48.0), screen down(830.0) left noenhanced textcolor rgb ink[5] font ',11'
set arrow from screen across(14.0), screen down(872.0) to screen across(42.0), screen down(872.0) nohead linestyle 6
set label 'langevin(temperature: 0.001), network.width = 2' at screen across(48.0), screen down(872.0) left noenhanced textcolor rgb ink[6] font ',11'
set arrow from screen across(14.0), screen down(914.0) to screen across(42.0), screen down(914.0) nohead linestyle 7
set label 'langevin(temperature: 0.003), network.width = 2' at screen across(48.0), screen down(914.0) left noenhanced textcolor rgb ink[7] font ',11'
set arrow from screen across(14.0), screen down(956.0) to screen across(42.0), screen down(956.0) nohead linestyle 8
set label 'langevin(temperature: 0.01), network.width = 2' at screen across(48.0), screen down(956.0) left noenhanced textcolor rgb ink[8] font ',11'
set arrow from screen across(14.0), screen down(998.0) to screen across(42.0), screen down(998.0) nohead linestyle 9
set label 'langevin(temperature: matched), network.width = 2' at screen across(48.0), screen down(998.0) left noenhanced textcolor rgb ink[9] font ',11'
set arrow from screen across(14.0), screen down(1040.0) to screen across(42.0), screen down(1040.0) nohead linestyle 10
set label 'sgd, network.width = 10' at screen across(48.0), screen down(1040.0) left noenhanced textcolor rgb ink[10] font ',11'
set arrow from screen across(14.0), screen down(1082.0) to screen across(42.0), screen down(1082.0) nohead linestyle 11
set label 'langevin(temperature: 1e-05), network.width = 10' at screen across(48.0), screen down(1082.0) left noenhanced textcolor rgb ink[11] font ',11'
set arrow from screen across(14.0), screen down(1124.0) to screen across(42.0), screen down(1124.0) nohead linestyle 12
set label 'langevin(temperature: 3e-05), network.width = 10' at screen across(48.0), screen down(1124.0) left noenhanced textcolor rgb ink[12] font ',11'
set arrow from screen across(14.0), screen down(1166.0) to screen across(42.0), screen down(1166.0) nohead linestyle 13
set label 'langevin(temperature: 0.0001), network.width = 10' at screen across(48.0), screen down(1166.0) left noenhanced textcolor rgb ink[13] font ',11'
set arrow from screen across(14.0), screen down(1208.0) to screen across(42.0), screen down(1208.0) nohead linestyle 14
set label 'langevin(temperature: 0.0003), network.width = 10' at screen across(48.0), screen down(1208.0) left noenhanced textcolor rgb ink[14] font ',11'
set arrow from screen across(14.0), screen down(1250.0) to screen across(42.0), screen down(1250.0) nohead linestyle 15
set label 'langevin(temperature: 0.001), network.width = 10' at screen across(48.0), screen down(1250.0) left noenhanced textcolor rgb ink[15] font ',11'
set arrow from screen across(14.0), screen down(1292.0) to screen across(42.0), screen down(1292.0) nohead linestyle 16
set label 'langevin(temperature: 0.003), network.width = 10' at screen across(48.0), screen down(1292.0) left noenhanced textcolor rgb ink[16] font ',11'
set arrow from screen across(14.0), screen down(1334.0) to screen across(42.0), screen down(1334.0) nohead linestyle 17
set label 'langevin(temperature: 0.01), network.width = 10' at screen across(48.0), screen down(1334.0) left noenhanced textcolor rgb ink[17] font ',11'
set arrow from screen across(14.0), screen down(1376.0) to screen across(42.0), screen down(1376.0) nohead linestyle 18
set label 'langevin(temperature: matched), network.width = 10' at screen across(48.0), screen down(1376.0) left noenhanced textcolor rgb ink[18] font ',11'
array times[9] = [0.0, 2500.0, 5000.0, 7500.0, 10000.0, 12500.0, 15000.0, 17500.0, 20000.0]
array counts[18]
array level[18]
counts[1] = '1000 555 376 253 158 95 65 44 19'; level[1] = 680.0
counts[2] = '1000 571 567 567 567 567 567 567 567'; level[2] = 722.0
counts[3] = '1000 572 567 566 561 557 551 547 543'; level[3] = 764.0
counts[4] = '1000 573 457 328 233 158 115 86 63'; level[4] = 806.0
counts[5] = '1000 581 196 62 19 4 1 1 1'; level[5] = 848.0
counts[6] = '1000 619 51 3 0 0 0 0 0'; level[6] = 890.0
counts[7] = '1000 659 56 8 0 0 0 0 0'; level[7] = 932.0
counts[8] = '1000 864 523 319 201 115 79 49 32'; level[8] = 974.0
counts[9] = '1000 658 51 9 7 4 4 2 2'; level[9] = 1016.0
counts[10] = '1000 998 735 488 313 174 113 64 42'; level[10] = 1058.0
counts[11] = '1000 999 999 999 999 999 999 999 999'; level[11] = 1100.0
counts[12] = '1000 999 999 997 996 994 993 992 992'; level[12] = 1142.0
counts[13] = '1000 999 989 972 940 917 898 878 858'; level[13] = 1184.0
counts[14] = '1000 999 975 938 905 860 829 789 756'; level[14] = 1226.0
counts[15] = '1000 1000 1000 1000 1000 1000 1000 1000 1000'; level[15] = 1268.0
counts[16] = '1000 1000 1000 1000 1000 1000 1000 1000 1000'; level[16] = 1310.0
counts[17] = '1000 1000 1000 1000 1000 1000 1000 1000 1000'; level[17] = 1352.0
counts[18] = '1000 999 982 957 916 887 864 833 803'; level[18] = 1394.0
do for [curve = 1:18] {
  do for [tick = 1:|times|] {
    set label word(counts[curve], tick) at first times[tick], screen down(level[curve]) center \
      textcolor rgb ink[curve] font ',11'
  }
}

curves = "for [curve = 1:18] $curves index curve - 1 using 1:3:4 with filledcurves linestyle curve, " \
       . "for [curve = 1:18] $curves index curve - 1 using 1:2 with lines linestyle curve, " \
       . "for [curve = 1:18] $curves index curve - 1 using 1:5 with points linestyle curve linewidth 1"

set terminal svg size 900,1420 dynamic background '#ffffff' font 'Helvetica,Arial,sans-serif,12' fontscale 1.33
set output 'survival.svg'
plot @curves
set terminal pngcairo size 1800,2840 background '#ffffff' font 'sans,12' fontscale 2 linewidth 2 pointscale 2
set output 'survival.png'
plot @curves
unset output
