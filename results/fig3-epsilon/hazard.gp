# Draw this picture again with:  gnuplot hazard.gp
# Reads hazard.csv in the same folder; writes hazard.svg and hazard.png.

set macros
set datafile separator comma
set datafile commentschars ''
table = 'hazard.csv'
# Where each curve's rows begin and end in the table, and every how many of them one is drawn.
array first[17] = [0, 197, 397, 597, 797, 997, 1197, 1397, 1595, 1767, 1964, 2160, 2358, 2538, 2726, 2895, 2995]
array final[17] = [196, 396, 596, 796, 996, 1196, 1396, 1594, 1766, 1963, 2159, 2357, 2537, 2725, 2894, 2994, 3094]
array stride[17] = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]

# Places in points from the left and from the top.
across(x) = x / 900.0
down(y) = 1 - y / 770.0
set lmargin at screen across(118.0)
set rmargin at screen across(866.0)
set tmargin at screen down(92.0)
set bmargin at screen down(522.0)
set label 'fig3-epsilon: convention figures' noenhanced font ',15' at screen 0.5, screen down(24) center
set label 'Epanechnikov kernel from the first event on, 95 % pointwise bands; bandwidth 0.500 to 13700; dashed:' at screen 0.5, screen down(48.0) center noenhanced font ',11'
set label 'the plateau, from its onset.' at screen 0.5, screen down(66.0) center noenhanced font ',11'
set xlabel 'Time (steps)' noenhanced font ',13'
set ylabel 'Hazard (entries per step at risk)' noenhanced font ',13'
set border 3 linecolor rgb '#444444'
set format '%g'
set tics nomirror out font ',11'
set grid linecolor rgb '#e4e4e4' linetype 1 linewidth 0.6
unset key
set xrange [0:29947.0]
set xtics ('0' 0.0, '5000' 5000.0, '10000' 10000.0, '15000' 15000.0, '20000' 20000.0, '25000' 25000.0)
set yrange [0:*]
set arrow from 959.0, 4.1405903688987046e-05 to 29586.0, 4.1405903688987046e-05 nohead linecolor rgb '#A8497C' dashtype (9,7) linewidth 1.2 front
set arrow from 959.0, graph 0 to 959.0, 4.1405903688987046e-05 nohead linecolor rgb '#A8497C' dashtype (9,7) linewidth 1.2 front
set arrow from 883.0, 0.00015980561164485285 to 23880.0, 0.00015980561164485285 nohead linecolor rgb '#A06E00' dashtype (9,7) linewidth 1.2 front
set arrow from 883.0, graph 0 to 883.0, 0.00015980561164485285 nohead linecolor rgb '#A06E00' dashtype (9,7) linewidth 1.2 front
set arrow from 1585.0, 0.0005825118663304383 to 7162.0, 0.0005825118663304383 nohead linecolor rgb '#1F7FB8' dashtype (9,7) linewidth 1.2 front
set arrow from 1585.0, graph 0 to 1585.0, 0.0005825118663304383 nohead linecolor rgb '#1F7FB8' dashtype (9,7) linewidth 1.2 front
set arrow from 1110.0, 0.001408078101398691 to 3672.0, 0.001408078101398691 nohead linecolor rgb '#7D7500' dashtype (9,7) linewidth 1.2 front
set arrow from 1110.0, graph 0 to 1110.0, 0.001408078101398691 nohead linecolor rgb '#7D7500' dashtype (9,7) linewidth 1.2 front
set arrow from 924.0, 0.01146700212889491 to 1209.0, 0.01146700212889491 nohead linecolor rgb '#C24E00' dashtype (9,7) linewidth 1.2 front
set arrow from 924.0, graph 0 to 924.0, 0.01146700212889491 nohead linecolor rgb '#C24E00' dashtype (9,7) linewidth 1.2 front

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
array ink[17] = ['#0072B2', '#C24E00', '#007A5A', '#A8497C', '#A06E00', '#1F7FB8', '#000000', '#7D7500', '#0072B2', '#C24E00', '#007A5A', '#A8497C', '#A06E00', '#1F7FB8', '#000000', '#7D7500', '#0072B2']
set style fill transparent solid 0.05 noborder

# The legend: pieces of the lines, names.
set arrow from screen across(14.0), screen down(606.0) to screen across(42.0), screen down(606.0) nohead linestyle 1
set label 'sgd, problem.two-by-two.epsilon = 0.05' at screen across(48.0), screen down(606.0) left noenhanced textcolor rgb ink[1] font ',11'
set arrow from screen across(464.0), screen down(606.0) to screen across(492.0), screen down(606.0) nohead linestyle 2
set label 'sgd, problem.two-by-two.epsilon = 0.07' at screen across(498.0), screen down(606.0) left noenhanced textcolor rgb ink[2] font ',11'
set arrow from screen across(14.0), screen down(624.0) to screen across(42.0), screen down(624.0) nohead linestyle 3
set label 'sgd, problem.two-by-two.epsilon = 0.08' at screen across(48.0), screen down(624.0) left noenhanced textcolor rgb ink[3] font ',11'
set arrow from screen across(464.0), screen down(624.0) to screen across(492.0), screen down(624.0) nohead linestyle 4
set label 'sgd, problem.two-by-two.epsilon = 0.09' at screen across(498.0), screen down(624.0) left noenhanced textcolor rgb ink[4] font ',11'
set arrow from screen across(14.0), screen down(642.0) to screen across(42.0), screen down(642.0) nohead linestyle 5
set label 'sgd, problem.two-by-two.epsilon = 0.1' at screen across(48.0), screen down(642.0) left noenhanced textcolor rgb ink[5] font ',11'
set arrow from screen across(464.0), screen down(642.0) to screen across(492.0), screen down(642.0) nohead linestyle 6
set label 'sgd, problem.two-by-two.epsilon = 0.11' at screen across(498.0), screen down(642.0) left noenhanced textcolor rgb ink[6] font ',11'
set arrow from screen across(14.0), screen down(660.0) to screen across(42.0), screen down(660.0) nohead linestyle 7
set label 'gd, problem.two-by-two.epsilon = 0.11' at screen across(48.0), screen down(660.0) left noenhanced textcolor rgb ink[7] font ',11'
set arrow from screen across(464.0), screen down(660.0) to screen across(492.0), screen down(660.0) nohead linestyle 8
set label 'sgd, problem.two-by-two.epsilon = 0.12' at screen across(498.0), screen down(660.0) left noenhanced textcolor rgb ink[8] font ',11'
set arrow from screen across(14.0), screen down(678.0) to screen across(42.0), screen down(678.0) nohead linestyle 9
set label 'gd, problem.two-by-two.epsilon = 0.12' at screen across(48.0), screen down(678.0) left noenhanced textcolor rgb ink[9] font ',11'
set arrow from screen across(464.0), screen down(678.0) to screen across(492.0), screen down(678.0) nohead linestyle 10
set label 'sgd, problem.two-by-two.epsilon = 0.15' at screen across(498.0), screen down(678.0) left noenhanced textcolor rgb ink[10] font ',11'
set arrow from screen across(14.0), screen down(696.0) to screen across(42.0), screen down(696.0) nohead linestyle 11
set label 'gd, problem.two-by-two.epsilon = 0.15' at screen across(48.0), screen down(696.0) left noenhanced textcolor rgb ink[11] font ',11'
set arrow from screen across(464.0), screen down(696.0) to screen across(492.0), screen down(696.0) nohead linestyle 12
set label 'sgd, problem.two-by-two.epsilon = 0.25' at screen across(498.0), screen down(696.0) left noenhanced textcolor rgb ink[12] font ',11'
set arrow from screen across(14.0), screen down(714.0) to screen across(42.0), screen down(714.0) nohead linestyle 13
set label 'gd, problem.two-by-two.epsilon = 0.25' at screen across(48.0), screen down(714.0) left noenhanced textcolor rgb ink[13] font ',11'
set arrow from screen across(464.0), screen down(714.0) to screen across(492.0), screen down(714.0) nohead linestyle 14
set label 'sgd, problem.two-by-two.epsilon = 0.5' at screen across(498.0), screen down(714.0) left noenhanced textcolor rgb ink[14] font ',11'
set arrow from screen across(14.0), screen down(732.0) to screen across(42.0), screen down(732.0) nohead linestyle 15
set label 'gd, problem.two-by-two.epsilon = 0.5' at screen across(48.0), screen down(732.0) left noenhanced textcolor rgb ink[15] font ',11'
set arrow from screen across(464.0), screen down(732.0) to screen across(492.0), screen down(732.0) nohead linestyle 16
set label 'sgd, problem.two-by-two.epsilon = 1' at screen across(498.0), screen down(732.0) left noenhanced textcolor rgb ink[16] font ',11'
set arrow from screen across(14.0), screen down(750.0) to screen across(42.0), screen down(750.0) nohead linestyle 17
set label 'gd, problem.two-by-two.epsilon = 1' at screen across(48.0), screen down(750.0) left noenhanced textcolor rgb ink[17] font ',11'

curves = "for [curve = 1:17] table skip 1 every stride[curve]::first[curve]::final[curve] using 2:($5):($6) with filledcurves linestyle curve, " \
       . "for [curve = 1:17] table skip 1 every stride[curve]::first[curve]::final[curve] using 2:($3) with lines linestyle curve"

set terminal svg size 900,770 dynamic background '#ffffff' font 'Helvetica,Arial,sans-serif,12' fontscale 1.33
set output 'hazard.svg'
plot @curves
set terminal pngcairo size 1800,1540 background '#ffffff' font 'sans,12' fontscale 2 linewidth 2 pointscale 2
set output 'hazard.png'
plot @curves
unset output
