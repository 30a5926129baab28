# Draw this picture again with:  gnuplot hazard.gp
# Reads hazard.csv in the same folder; writes hazard.svg and hazard.png.

set macros
set datafile separator comma
set datafile commentschars ''
table = 'hazard.csv'
# Where each curve's rows begin and end in the table, and every how many of them one is drawn.
array first[24] = [0, 176, 376, 557, 746, 933, 1133, 1327, 1527, 1727, 1891, 2073, 2241, 2427, 2604, 2776, 2976, 3156, 3341, 3523, 3723, 3906, 4075, 4266]
array final[24] = [175, 375, 556, 745, 932, 1132, 1326, 1526, 1726, 1890, 2072, 2240, 2426, 2603, 2775, 2975, 3155, 3340, 3522, 3722, 3905, 4074, 4265, 4458]
array stride[24] = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]

# Places in points from the left and from the top.
across(x) = x / 900.0
down(y) = 1 - y / 1040.0
set lmargin at screen across(118.0)
set rmargin at screen across(866.0)
set tmargin at screen down(92.0)
set bmargin at screen down(522.0)
set label 'regimes: convention figures' noenhanced font ',15' at screen 0.5, screen down(24) center
set label 'Epanechnikov kernel from the first event on, 95 % pointwise bands; bandwidth 1.50 to 9330; dashed: the' at screen 0.5, screen down(48.0) center noenhanced font ',11'
set label 'plateau, from its onset.' at screen 0.5, screen down(66.0) center noenhanced font ',11'
set xlabel 'Time (steps)' noenhanced font ',13'
set ylabel 'Hazard (entries per step at risk)' noenhanced font ',13'
set border 3 linecolor rgb '#444444'
set format '%g'
set tics nomirror out font ',11'
set grid linecolor rgb '#e4e4e4' linetype 1 linewidth 0.6
unset key
set xrange [0:19916.0]
set xtics ('0' 0.0, '2500' 2500.0, '5000' 5000.0, '7500' 7500.0, '10000' 10000.0, '12500' 12500.0, '15000' 15000.0, '17500' 17500.0)
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
set arrow from screen across(14.0), screen down(606.0) to screen across(42.0), screen down(606.0) nohead linestyle 1
set label 'sgd, schedule.1.eta = 0.02, schedule.1.lambda = 0.11' at screen across(48.0), screen down(606.0) left noenhanced textcolor rgb ink[1] font ',11'
set arrow from screen across(14.0), screen down(624.0) to screen across(42.0), screen down(624.0) nohead linestyle 2
set label 'gd, schedule.1.eta = 0.02, schedule.1.lambda = 0.11' at screen across(48.0), screen down(624.0) left noenhanced textcolor rgb ink[2] font ',11'
set arrow from screen across(14.0), screen down(642.0) to screen across(42.0), screen down(642.0) nohead linestyle 3
set label 'sgd, schedule.1.eta = 0.02, schedule.1.lambda = 0.12' at screen across(48.0), screen down(642.0) left noenhanced textcolor rgb ink[3] font ',11'
set arrow from screen across(14.0), screen down(660.0) to screen across(42.0), screen down(660.0) nohead linestyle 4
set label 'gd, schedule.1.eta = 0.02, schedule.1.lambda = 0.12' at screen across(48.0), screen down(660.0) left noenhanced textcolor rgb ink[4] font ',11'
set arrow from screen across(14.0), screen down(678.0) to screen across(42.0), screen down(678.0) nohead linestyle 5
set label 'sgd, schedule.1.eta = 0.02, schedule.1.lambda = 0.15' at screen across(48.0), screen down(678.0) left noenhanced textcolor rgb ink[5] font ',11'
set arrow from screen across(14.0), screen down(696.0) to screen across(42.0), screen down(696.0) nohead linestyle 6
set label 'gd, schedule.1.eta = 0.02, schedule.1.lambda = 0.15' at screen across(48.0), screen down(696.0) left noenhanced textcolor rgb ink[6] font ',11'
set arrow from screen across(14.0), screen down(714.0) to screen across(42.0), screen down(714.0) nohead linestyle 7
set label 'sgd, schedule.1.eta = 0.02, schedule.1.lambda = 0.2' at screen across(48.0), screen down(714.0) left noenhanced textcolor rgb ink[7] font ',11'
set arrow from screen across(14.0), screen down(732.0) to screen across(42.0), screen down(732.0) nohead linestyle 8
set label 'gd, schedule.1.eta = 0.02, schedule.1.lambda = 0.2' at screen across(48.0), screen down(732.0) left noenhanced textcolor rgb ink[8] font ',11'
set arrow from screen across(14.0), screen down(750.0) to screen across(42.0), screen down(750.0) nohead linestyle 9
set label 'sgd, schedule.1.eta = 0.02, schedule.1.lambda = 0.3' at screen across(48.0), screen down(750.0) left noenhanced textcolor rgb ink[9] font ',11'
set arrow from screen across(14.0), screen down(768.0) to screen across(42.0), screen down(768.0) nohead linestyle 10
set label 'gd, schedule.1.eta = 0.02, schedule.1.lambda = 0.3' at screen across(48.0), screen down(768.0) left noenhanced textcolor rgb ink[10] font ',11'
set arrow from screen across(14.0), screen down(786.0) to screen across(42.0), screen down(786.0) nohead linestyle 11
set label 'sgd, schedule.1.eta = 0.03, schedule.1.lambda = 0.11' at screen across(48.0), screen down(786.0) left noenhanced textcolor rgb ink[11] font ',11'
set arrow from screen across(14.0), screen down(804.0) to screen across(42.0), screen down(804.0) nohead linestyle 12
set label 'gd, schedule.1.eta = 0.03, schedule.1.lambda = 0.11' at screen across(48.0), screen down(804.0) left noenhanced textcolor rgb ink[12] font ',11'
set arrow from screen across(14.0), screen down(822.0) to screen across(42.0), screen down(822.0) nohead linestyle 13
set label 'sgd, schedule.1.eta = 0.03, schedule.1.lambda = 0.12' at screen across(48.0), screen down(822.0) left noenhanced textcolor rgb ink[13] font ',11'
set arrow from screen across(14.0), screen down(840.0) to screen across(42.0), screen down(840.0) nohead linestyle 14
set label 'gd, schedule.1.eta = 0.03, schedule.1.lambda = 0.12' at screen across(48.0), screen down(840.0) left noenhanced textcolor rgb ink[14] font ',11'
set arrow from screen across(14.0), screen down(858.0) to screen across(42.0), screen down(858.0) nohead linestyle 15
set label 'sgd, schedule.1.eta = 0.03, schedule.1.lambda = 0.15' at screen across(48.0), screen down(858.0) left noenhanced textcolor rgb ink[15] font ',11'
set arrow from screen across(14.0), screen down(876.0) to screen across(42.0), screen down(876.0) nohead linestyle 16
set label 'gd, schedule.1.eta = 0.03, schedule.1.lambda = 0.15' at screen across(48.0), screen down(876.0) left noenhanced textcolor rgb ink[16] font ',11'
set arrow from screen across(14.0), screen down(894.0) to screen across(42.0), screen down(894.0) nohead linestyle 17
set label 'sgd, schedule.1.eta = 0.03, schedule.1.lambda = 0.2' at screen across(48.0), screen down(894.0) left noenhanced textcolor rgb ink[17] font ',11'
set arrow from screen across(14.0), screen down(912.0) to screen across(42.0), screen down(912.0) nohead linestyle 18
set label 'gd, schedule.1.eta = 0.03, schedule.1.lambda = 0.2' at screen across(48.0), screen down(912.0) left noenhanced textcolor rgb ink[18] font ',11'
set arrow from screen across(14.0), screen down(930.0) to screen across(42.0), screen down(930.0) nohead linestyle 19
set label 'sgd, schedule.1.eta = 0.03, schedule.1.lambda = 0.3' at screen across(48.0), screen down(930.0) left noenhanced textcolor rgb ink[19] font ',11'
set arrow from screen across(14.0), screen down(948.0) to screen across(42.0), screen down(948.0) nohead linestyle 20
set label 'gd, schedule.1.eta = 0.03, schedule.1.lambda = 0.3' at screen across(48.0), screen down(948.0) left noenhanced textcolor rgb ink[20] font ',11'
set arrow from screen across(14.0), screen down(966.0) to screen across(42.0), screen down(966.0) nohead linestyle 21
set label 'sgd, schedule.1.eta = 0.05, schedule.1.lambda = 0.11' at screen across(48.0), screen down(966.0) left noenhanced textcolor rgb ink[21] font ',11'
set arrow from screen across(14.0), screen down(984.0) to screen across(42.0), screen down(984.0) nohead linestyle 22
set label 'gd, schedule.1.eta = 0.05, schedule.1.lambda = 0.11' at screen across(48.0), screen down(984.0) left noenhanced textcolor rgb ink[22] font ',11'
set arrow from screen across(14.0), screen down(1002.0) to screen across(42.0), screen down(1002.0) nohead linestyle 23
set label 'sgd, schedule.1.eta = 0.05, schedule.1.lambda = 0.12' at screen across(48.0), screen down(1002.0) left noenhanced textcolor rgb ink[23] font ',11'
set arrow from screen across(14.0), screen down(1020.0) to screen across(42.0), screen down(1020.0) nohead linestyle 24
set label 'gd, schedule.1.eta = 0.05, schedule.1.lambda = 0.12' at screen across(48.0), screen down(1020.0) left noenhanced textcolor rgb ink[24] font ',11'

curves = "for [curve = 1:24] table skip 1 every stride[curve]::first[curve]::final[curve] using 2:($5):($6) with filledcurves linestyle curve, " \
       . "for [curve = 1:24] table skip 1 every stride[curve]::first[curve]::final[curve] using 2:($3) with lines linestyle curve"

set terminal svg size 900,1040 dynamic background '#ffffff' font 'Helvetica,Arial,sans-serif,12' fontscale 1.33
set output 'hazard.svg'
plot @curves
set terminal pngcairo size 1800,2080 background '#ffffff' font 'sans,12' fontscale 2 linewidth 2 pointscale 2
set output 'hazard.png'
plot @curves
unset output
