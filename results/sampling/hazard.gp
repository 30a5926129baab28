# Draw this picture again with:  gnuplot hazard.gp
# Reads hazard.csv in the same folder; writes hazard.svg and hazard.png.

set macros
set datafile separator comma
set datafile commentschars ''
table = 'hazard.csv'
# Where each curve's rows begin and end in the table, and every how many of them one is drawn.
array first[6] = [0, 200, 400, 600, 800, 1000]
array final[6] = [199, 399, 599, 799, 999, 1199]
array stride[6] = [1, 1, 1, 1, 1, 1]

# Places in points from the left and from the top.
across(x) = x / 900.0
down(y) = 1 - y / 698.0
set lmargin at screen across(118.0)
set rmargin at screen across(866.0)
set tmargin at screen down(74.0)
set bmargin at screen down(504.0)
set label 'sampling: convention figures' noenhanced font ',15' at screen 0.5, screen down(24) center
set label 'Hazard, Epanechnikov kernel with boundary correction, 95 % pointwise bands.' at screen 0.5, screen down(48.0) center noenhanced font ',11'
set xlabel 'Time (steps)' noenhanced font ',13'
set ylabel 'Hazard (entries per step at risk)' noenhanced font ',13'
set border 3 linecolor rgb '#444444'
set format '%g'
set tics nomirror out font ',11'
set grid linecolor rgb '#e4e4e4' linetype 1 linewidth 0.6
unset key
set xrange [0:59260.0]
set xtics ('0' 0.0, '10000' 10000.0, '20000' 20000.0, '30000' 30000.0, '40000' 40000.0, '50000' 50000.0)
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
set label 'sgd, network.depth = 3, problem.two-by-two.epsilon = 0.25, schedule.1.eta = 0.2' at screen across(48.0), screen down(588.0) left noenhanced textcolor rgb ink[1] font ',11'
set arrow from screen across(14.0), screen down(606.0) to screen across(42.0), screen down(606.0) nohead linestyle 2
set label 'sgd-batch(2), network.depth = 3, problem.two-by-two.epsilon = 0.25, schedule.1.eta = 0.2' at screen across(48.0), screen down(606.0) left noenhanced textcolor rgb ink[2] font ',11'
set arrow from screen across(14.0), screen down(624.0) to screen across(42.0), screen down(624.0) nohead linestyle 3
set label 'sgd, network.depth = 4, problem.two-by-two.epsilon = 0.1, schedule.1.eta = 0.25' at screen across(48.0), screen down(624.0) left noenhanced textcolor rgb ink[3] font ',11'
set arrow from screen across(14.0), screen down(642.0) to screen across(42.0), screen down(642.0) nohead linestyle 4
set label 'sgd-batch(2), network.depth = 4, problem.two-by-two.epsilon = 0.1, schedule.1.eta = 0.25' at screen across(48.0), screen down(642.0) left noenhanced textcolor rgb ink[4] font ',11'
set arrow from screen across(14.0), screen down(660.0) to screen across(42.0), screen down(660.0) nohead linestyle 5
set label 'sgd, network.depth = 3, problem.two-by-two.epsilon = 0.2, schedule.1.eta = 0.4' at screen across(48.0), screen down(660.0) left noenhanced textcolor rgb ink[5] font ',11'
set arrow from screen across(14.0), screen down(678.0) to screen across(42.0), screen down(678.0) nohead linestyle 6
set label 'sgd-batch(2), network.depth = 3, problem.two-by-two.epsilon = 0.2, schedule.1.eta = 0.4' at screen across(48.0), screen down(678.0) left noenhanced textcolor rgb ink[6] font ',11'

curves = "for [curve = 1:6] table skip 1 every stride[curve]::first[curve]::final[curve] using 2:($5):($6) with filledcurves linestyle curve, " \
       . "for [curve = 1:6] table skip 1 every stride[curve]::first[curve]::final[curve] using 2:($3) with lines linestyle curve"

set terminal svg size 900,698 dynamic background '#ffffff' font 'Helvetica,Arial,sans-serif,12' fontscale 1.33
set output 'hazard.svg'
plot @curves
set terminal pngcairo size 1800,1396 background '#ffffff' font 'sans,12' fontscale 2 linewidth 2 pointscale 2
set output 'hazard.png'
plot @curves
unset output
