# Draw this picture again with:  gnuplot hazard.gp
# Reads hazard.csv in the same folder; writes hazard.svg and hazard.png.

set macros
set datafile separator comma
set datafile commentschars ''
table = 'hazard.csv'
# Where each curve's rows begin and end in the table, and every how many of them one is drawn.
array first[17] = [0, 200, 400, 600, 800, 1000, 1200, 1400, 1600, 1800, 2000, 2200, 2400, 2600, 2800, 3000, 3200]
array final[17] = [199, 399, 599, 799, 999, 1199, 1399, 1599, 1799, 1999, 2199, 2399, 2599, 2799, 2999, 3199, 3399]
array stride[17] = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]

# Places in points from the left and from the top.
across(x) = x / 900.0
down(y) = 1 - y / 752.0
set lmargin at screen across(118.0)
set rmargin at screen across(866.0)
set tmargin at screen down(74.0)
set bmargin at screen down(504.0)
set label 'fig3-epsilon: convention figures' noenhanced font ',15' at screen 0.5, screen down(24) center
set label 'Hazard, Epanechnikov kernel with boundary correction, 95 % pointwise bands.' at screen 0.5, screen down(48.0) center noenhanced font ',11'
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
set arrow from screen across(14.0), screen down(588.0) to screen across(42.0), screen down(588.0) nohead linestyle 1
set label 'sgd, problem.two-by-two.epsilon = 0.05' at screen across(48.0), screen down(588.0) left noenhanced textcolor rgb ink[1] font ',11'
set arrow from screen across(464.0), screen down(588.0) to screen across(492.0), screen down(588.0) nohead linestyle 2
set label 'sgd, problem.two-by-two.epsilon = 0.07' at screen across(498.0), screen down(588.0) left noenhanced textcolor rgb ink[2] font ',11'
set arrow from screen across(14.0), screen down(606.0) to screen across(42.0), screen down(606.0) nohead linestyle 3
set label 'sgd, problem.two-by-two.epsilon = 0.08' at screen across(48.0), screen down(606.0) left noenhanced textcolor rgb ink[3] font ',11'
set arrow from screen across(464.0), screen down(606.0) to screen across(492.0), screen down(606.0) nohead linestyle 4
set label 'sgd, problem.two-by-two.epsilon = 0.09' at screen across(498.0), screen down(606.0) left noenhanced textcolor rgb ink[4] font ',11'
set arrow from screen across(14.0), screen down(624.0) to screen across(42.0), screen down(624.0) nohead linestyle 5
set label 'sgd, problem.two-by-two.epsilon = 0.1' at screen across(48.0), screen down(624.0) left noenhanced textcolor rgb ink[5] font ',11'
set arrow from screen across(464.0), screen down(624.0) to screen across(492.0), screen down(624.0) nohead linestyle 6
set label 'sgd, problem.two-by-two.epsilon = 0.11' at screen across(498.0), screen down(624.0) left noenhanced textcolor rgb ink[6] font ',11'
set arrow from screen across(14.0), screen down(642.0) to screen across(42.0), screen down(642.0) nohead linestyle 7
set label 'gd, problem.two-by-two.epsilon = 0.11' at screen across(48.0), screen down(642.0) left noenhanced textcolor rgb ink[7] font ',11'
set arrow from screen across(464.0), screen down(642.0) to screen across(492.0), screen down(642.0) nohead linestyle 8
set label 'sgd, problem.two-by-two.epsilon = 0.12' at screen across(498.0), screen down(642.0) left noenhanced textcolor rgb ink[8] font ',11'
set arrow from screen across(14.0), screen down(660.0) to screen across(42.0), screen down(660.0) nohead linestyle 9
set label 'gd, problem.two-by-two.epsilon = 0.12' at screen across(48.0), screen down(660.0) left noenhanced textcolor rgb ink[9] font ',11'
set arrow from screen across(464.0), screen down(660.0) to screen across(492.0), screen down(660.0) nohead linestyle 10
set label 'sgd, problem.two-by-two.epsilon = 0.15' at screen across(498.0), screen down(660.0) left noenhanced textcolor rgb ink[10] font ',11'
set arrow from screen across(14.0), screen down(678.0) to screen across(42.0), screen down(678.0) nohead linestyle 11
set label 'gd, problem.two-by-two.epsilon = 0.15' at screen across(48.0), screen down(678.0) left noenhanced textcolor rgb ink[11] font ',11'
set arrow from screen across(464.0), screen down(678.0) to screen across(492.0), screen down(678.0) nohead linestyle 12
set label 'sgd, problem.two-by-two.epsilon = 0.25' at screen across(498.0), screen down(678.0) left noenhanced textcolor rgb ink[12] font ',11'
set arrow from screen across(14.0), screen down(696.0) to screen across(42.0), screen down(696.0) nohead linestyle 13
set label 'gd, problem.two-by-two.epsilon = 0.25' at screen across(48.0), screen down(696.0) left noenhanced textcolor rgb ink[13] font ',11'
set arrow from screen across(464.0), screen down(696.0) to screen across(492.0), screen down(696.0) nohead linestyle 14
set label 'sgd, problem.two-by-two.epsilon = 0.5' at screen across(498.0), screen down(696.0) left noenhanced textcolor rgb ink[14] font ',11'
set arrow from screen across(14.0), screen down(714.0) to screen across(42.0), screen down(714.0) nohead linestyle 15
set label 'gd, problem.two-by-two.epsilon = 0.5' at screen across(48.0), screen down(714.0) left noenhanced textcolor rgb ink[15] font ',11'
set arrow from screen across(464.0), screen down(714.0) to screen across(492.0), screen down(714.0) nohead linestyle 16
set label 'sgd, problem.two-by-two.epsilon = 1' at screen across(498.0), screen down(714.0) left noenhanced textcolor rgb ink[16] font ',11'
set arrow from screen across(14.0), screen down(732.0) to screen across(42.0), screen down(732.0) nohead linestyle 17
set label 'gd, problem.two-by-two.epsilon = 1' at screen across(48.0), screen down(732.0) left noenhanced textcolor rgb ink[17] font ',11'

curves = "for [curve = 1:17] table skip 1 every stride[curve]::first[curve]::final[curve] using 2:($5):($6) with filledcurves linestyle curve, " \
       . "for [curve = 1:17] table skip 1 every stride[curve]::first[curve]::final[curve] using 2:($3) with lines linestyle curve"

set terminal svg size 900,752 dynamic background '#ffffff' font 'Helvetica,Arial,sans-serif,12' fontscale 1.33
set output 'hazard.svg'
plot @curves
set terminal pngcairo size 1800,1504 background '#ffffff' font 'sans,12' fontscale 2 linewidth 2 pointscale 2
set output 'hazard.png'
plot @curves
unset output
