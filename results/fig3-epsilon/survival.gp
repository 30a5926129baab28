# Draw this picture again with:  gnuplot survival.gp
# Reads survival.csv in the same folder; writes survival.svg and survival.png.

set macros
set datafile separator comma
set datafile commentschars ''
table = 'survival.csv'
# Where each curve's rows begin and end in the table, and every how many of them one is drawn.
array first[22] = [0, 20, 21, 84, 85, 229, 230, 513, 514, 902, 903, 1276, 1330, 1687, 1739, 1971, 2020, 2079, 2108, 2112, 2116, 2119]
array final[22] = [19, 20, 83, 84, 228, 229, 512, 513, 901, 902, 1275, 1329, 1686, 1738, 1970, 2019, 2078, 2107, 2111, 2115, 2118, 2121]
array stride[22] = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
array end[22] = [30000.0, 30000.0, 30000.0, 30000.0, 30000.0, 30000.0, 30000.0, 30000.0, 30000.0, 30000.0, 30000.0, 30000.0, 30000.0, 30000.0, 30000.0, 30000.0, 30000.0, 30000.0, 30000.0, 30000.0, 30000.0, 30000.0]

# Steps with bands: each level is written twice, where it begins and where it ends, one block a curve.
# Columns: time, level, lower, upper, and the height of a censoring mark (at most 60 marks a curve).
fields = "(sprintf('%.4f %.9f %.9f %.9f %d', column(2), column(6), strcol(8) eq '' ? -1 : column(8), strcol(9) eq '' ? -1 : column(9), column(5) > 0))"
set print $curves
do for [curve = 1:22] {
  set table $rows
  plot table skip 1 every stride[curve]::first[curve]::final[curve] using @fields with table, \
       table skip 1 every ::final[curve]::final[curve] using @fields with table
  unset table
  level = '1.0 1.0 1.0'
  marked = -30000.0
  time = 0
  print '0 ', level, ' NaN'
  do for [i = 1:|$rows|] {
    if (words($rows[i]) == 5) {
      row = $rows[i]
      time = real(word(row, 1))
      print word(row, 1), ' ', level, ' NaN'
      level = word(row, 2).' '.(real(word(row, 3)) < 0 ? 'NaN NaN' : word(row, 3).' '.word(row, 4))
      mark = real(word(row, 5)) > 0 && time - marked >= 30000.0 / 60.0
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
down(y) = 1 - y / 1552.0
set lmargin at screen across(118.0)
set rmargin at screen across(866.0)
set tmargin at screen down(92.0)
set bmargin at screen down(522.0)
set label 'fig3-epsilon: convention figures' noenhanced font ',15' at screen 0.5, screen down(24) center
set label 'Event: first step in B_1(alpha = 0.03, epsilon1 = 0.3, epsilon2 = 0.1, C = 3), balance spectral.' at screen 0.5, screen down(48.0) center noenhanced font ',11'
set label 'Kaplan-Meier curves, 95 % log-log bands; + where chains are censored.' at screen 0.5, screen down(66.0) center noenhanced font ',11'
set xlabel 'Time (steps)' noenhanced font ',13'
set ylabel 'Fraction of chains not yet in B_{1}' font ',13'
set border 3 linecolor rgb '#444444'
set format '%g'
set tics nomirror out font ',11'
set grid linecolor rgb '#e4e4e4' linetype 1 linewidth 0.6
unset key
set xrange [0:30000.0]
set xtics ('0' 0.0, '5000' 5000.0, '10000' 10000.0, '15000' 15000.0, '20000' 20000.0, '25000' 25000.0, '30000' 30000.0)
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
set style line 19 linecolor rgb '#009E73' dashtype (3,5) linewidth 1.8 pointtype 1 pointsize 0.9
set style line 20 linecolor rgb '#CC79A7' dashtype (3,5) linewidth 1.8 pointtype 1 pointsize 0.9
set style line 21 linecolor rgb '#E69F00' dashtype (3,5) linewidth 1.8 pointtype 1 pointsize 0.9
set style line 22 linecolor rgb '#56B4E9' dashtype (3,5) linewidth 1.8 pointtype 1 pointsize 0.9
array ink[22] = ['#0072B2', '#C24E00', '#007A5A', '#A8497C', '#A06E00', '#1F7FB8', '#000000', '#7D7500', '#0072B2', '#C24E00', '#007A5A', '#A8497C', '#A06E00', '#1F7FB8', '#000000', '#7D7500', '#0072B2', '#C24E00', '#007A5A', '#A8497C', '#A06E00', '#1F7FB8']
set style fill transparent solid 0.05 noborder

# The legend: pieces of the lines, names, numbers at risk.
set label 'Chains at risk' at screen across(14.0), screen down(606.0) left noenhanced font ',11'
set arrow from screen across(14.0), screen down(626.0) to screen across(42.0), screen down(626.0) nohead linestyle 1
set label 'sgd, problem.two-by-two.epsilon = 0.05' at screen across(48.0), screen down(626.0) left noenhanced textcolor rgb ink[1] font ',11'
set arrow from screen across(14.0), screen down(668.0) to screen across(42.0), screen down(668.0) nohead linestyle 2
set label 'gd, problem.two-by-two.epsilon = 0.05' at screen across(48.0), screen down(668.0) left noenhanced textcolor rgb ink[2] font ',11'
set arrow from screen across(14.0), screen down(710.0) to screen across(42.0), screen down(710.0) nohead linestyle 3
set label 'sgd, problem.two-by-two.epsilon = 0.07' at screen across(48.0), screen down(710.0) left noenhanced textcolor rgb ink[3] font ',11'
set arrow from screen across(14.0), screen down(752.0) to screen across(42.0), screen down(752.0) nohead linestyle 4
set label 'gd, problem.two-by-two.epsilon = 0.07' at screen across(48.0), screen down(752.0) left noenhanced textcolor rgb ink[4] font ',11'
set arrow from screen across(14.0), screen down(794.0) to screen across(42.0), screen down(794.0) nohead linestyle 5
set label 'sgd, problem.two-by-two.epsilon = 0.08' at screen across(48.0), screen down(794.0) left noenhanced textcolor rgb ink[5] font ',11'
set arrow from screen across(14.0), screen down(836.0) to screen across(42.0), screen down(836.0) nohead linestyle 6
set label 'gd, problem.two-by-two.epsilon = 0.08' at screen across(48.0), screen down(836.0) left noenhanced textcolor rgb ink[6] font ',11'
set arrow from screen across(14.0), screen down(878.0) to screen across(42.0), screen down(878.0) nohead linestyle 7
set label 'sgd, problem.two-by-two.epsilon = 0.09' at screen across(48.0), screen down(878.0) left noenhanced textcolor rgb ink[7] font ',11'
set arrow from screen across(14.0), screen down(920.0) to screen across(42.0), screen down(920.0) nohead linestyle 8
set label 'gd, problem.two-by-two.epsilon = 0.09' at screen across(48.0), screen down(920.0) left noenhanced textcolor rgb ink[8] font ',11'
set arrow from screen across(14.0), screen down(962.0) to screen across(42.0), screen down(962.0) nohead linestyle 9
set label 'sgd, problem.two-by-two.epsilon = 0.1' at screen across(48.0), screen down(962.0) left noenhanced textcolor rgb ink[9] font ',11'
set arrow from screen across(14.0), screen down(1004.0) to screen across(42.0), screen down(1004.0) nohead linestyle 10
set label 'gd, problem.two-by-two.epsilon = 0.1' at screen across(48.0), screen down(1004.0) left noenhanced textcolor rgb ink[10] font ',11'
set arrow from screen across(14.0), screen down(1046.0) to screen across(42.0), screen down(1046.0) nohead linestyle 11
set label 'sgd, problem.two-by-two.epsilon = 0.11' at screen across(48.0), screen down(1046.0) left noenhanced textcolor rgb ink[11] font ',11'
set arrow from screen across(14.0), screen down(1088.0) to screen across(42.0), screen down(1088.0) nohead linestyle 12
set label 'gd, problem.two-by-two.epsilon = 0.11' at screen across(48.0), screen down(1088.0) left noenhanced textcolor rgb ink[12] font ',11'
set arrow from screen across(14.0), screen down(1130.0) to screen across(42.0), screen down(1130.0) nohead linestyle 13
set label 'sgd, problem.two-by-two.epsilon = 0.12' at screen across(48.0), screen down(1130.0) left noenhanced textcolor rgb ink[13] font ',11'
set arrow from screen across(14.0), screen down(1172.0) to screen across(42.0), screen down(1172.0) nohead linestyle 14
set label 'gd, problem.two-by-two.epsilon = 0.12' at screen across(48.0), screen down(1172.0) left noenhanced textcolor rgb ink[14] font ',11'
set arrow from screen across(14.0), screen down(1214.0) to screen across(42.0), screen down(1214.0) nohead linestyle 15
set label 'sgd, problem.two-by-two.epsilon = 0.15' at screen across(48.0), screen down(1214.0) left noenhanced textcolor rgb ink[15] font ',11'
set arrow from screen across(14.0), screen down(1256.0) to screen across(42.0), screen down(1256.0) nohead linestyle 16
set label 'gd, problem.two-by-two.epsilon = 0.15' at screen across(48.0), screen down(1256.0) left noenhanced textcolor rgb ink[16] font ',11'
set arrow from screen across(14.0), screen down(1298.0) to screen across(42.0), screen down(1298.0) nohead linestyle 17
set label 'sgd, problem.two-by-two.epsilon = 0.25' at screen across(48.0), screen down(1298.0) left noenhanced textcolor rgb ink[17] font ',11'
set arrow from screen across(14.0), screen down(1340.0) to screen across(42.0), screen down(1340.0) nohead linestyle 18
set label 'gd, problem.two-by-two.epsilon = 0.25' at screen across(48.0), screen down(1340.0) left noenhanced textcolor rgb ink[18] font ',11'
set arrow from screen across(14.0), screen down(1382.0) to screen across(42.0), screen down(1382.0) nohead linestyle 19
set label 'sgd, problem.two-by-two.epsilon = 0.5' at screen across(48.0), screen down(1382.0) left noenhanced textcolor rgb ink[19] font ',11'
set arrow from screen across(14.0), screen down(1424.0) to screen across(42.0), screen down(1424.0) nohead linestyle 20
set label 'gd, problem.two-by-two.epsilon = 0.5' at screen across(48.0), screen down(1424.0) left noenhanced textcolor rgb ink[20] font ',11'
set arrow from screen across(14.0), screen down(1466.0) to screen across(42.0), screen down(1466.0) nohead linestyle 21
set label 'sgd, problem.two-by-two.epsilon = 1' at screen across(48.0), screen down(1466.0) left noenhanced textcolor rgb ink[21] font ',11'
set arrow from screen across(14.0), screen down(1508.0) to screen across(42.0), screen down(1508.0) nohead linestyle 22
set label 'gd, problem.two-by-two.epsilon = 1' at screen across(48.0), screen down(1508.0) left noenhanced textcolor rgb ink[22] font ',11'
array times[7] = [0.0, 5000.0, 10000.0, 15000.0, 20000.0, 25000.0, 30000.0]
array counts[22]
array level[22]
counts[1] = '400 399 396 393 387 383 381'; level[1] = 644.0
counts[2] = '100 100 100 100 100 100 100'; level[2] = 686.0
counts[3] = '400 392 378 370 355 348 338'; level[3] = 728.0
counts[4] = '100 100 100 100 100 100 100'; level[4] = 770.0
counts[5] = '400 384 358 326 291 276 256'; level[5] = 812.0
counts[6] = '100 100 100 100 100 100 100'; level[6] = 854.0
counts[7] = '400 340 276 228 188 146 117'; level[7] = 896.0
counts[8] = '100 100 100 100 100 100 100'; level[8] = 938.0
counts[9] = '400 212 87 40 18 6 4'; level[9] = 980.0
counts[10] = '100 100 100 100 100 100 100'; level[10] = 1022.0
counts[11] = '400 41 3 0 0 0 0'; level[11] = 1064.0
counts[12] = '100 0 0 0 0 0 0'; level[12] = 1106.0
counts[13] = '400 2 0 0 0 0 0'; level[13] = 1148.0
counts[14] = '100 0 0 0 0 0 0'; level[14] = 1190.0
counts[15] = '400 0 0 0 0 0 0'; level[15] = 1232.0
counts[16] = '100 0 0 0 0 0 0'; level[16] = 1274.0
counts[17] = '400 0 0 0 0 0 0'; level[17] = 1316.0
counts[18] = '100 0 0 0 0 0 0'; level[18] = 1358.0
counts[19] = '400 0 0 0 0 0 0'; level[19] = 1400.0
counts[20] = '100 0 0 0 0 0 0'; level[20] = 1442.0
counts[21] = '400 0 0 0 0 0 0'; level[21] = 1484.0
counts[22] = '100 0 0 0 0 0 0'; level[22] = 1526.0
do for [curve = 1:22] {
  do for [tick = 1:|times|] {
    set label word(counts[curve], tick) at first times[tick], screen down(level[curve]) center \
      textcolor rgb ink[curve] font ',11'
  }
}

curves = "for [curve = 1:22] $curves index curve - 1 using 1:3:4 with filledcurves linestyle curve, " \
       . "for [curve = 1:22] $curves index curve - 1 using 1:2 with lines linestyle curve, " \
       . "for [curve = 1:22] $curves index curve - 1 using 1:5 with points linestyle curve linewidth 1"

set terminal svg size 900,1552 dynamic background '#ffffff' font 'Helvetica,Arial,sans-serif,12' fontscale 1.33
set output 'survival.svg'
plot @curves
set terminal pngcairo size 1800,3104 background '#ffffff' font 'sans,12' fontscale 2 linewidth 2 pointscale 2
set output 'survival.png'
plot @curves
unset output
