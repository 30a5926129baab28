# Draw this picture again with:  gnuplot hazard.gp
# Reads hazard.csv in the same folder; writes hazard.svg and hazard.png.

set macros
set datafile separator comma
set datafile commentschars ''
table = 'hazard.csv'
# Where each curve's rows begin and end in the table, and every how many of them one is drawn.
array first[8] = [0, 200, 400, 600, 800, 1000, 1200, 1400]
array final[8] = [199, 399, 599, 799, 999, 1199, 1399, 1599]
array stride[8] = [1, 1, 1, 1, 1, 1, 1, 1]

# Places in points from the left and from the top.
across(x) = x / 900.0
down(y) = 1 - y / 734.0
set lmargin at screen across(118.0)
set rmargin at screen across(866.0)
set tmargin at screen down(74.0)
set bmargin at screen down(504.0)
set label 'sde-limit: convention figures' noenhanced font ',15' at screen 0.5, screen down(24) center
set label 'Hazard, Epanechnikov kernel with boundary correction, 95 % pointwise bands.' at screen 0.5, screen down(48.0) center noenhanced font ',11'
set xlabel 'Time (steps)' noenhanced font ',13'
set ylabel 'Hazard (entries per step at risk)' noenhanced font ',13'
set border 3 linecolor rgb '#444444'
set format '%g'
set tics nomirror out font ',11'
set grid linecolor rgb '#e4e4e4' linetype 1 linewidth 0.6
unset key
set xrange [0:119600.0]
set xtics ('0' 0.0, '20000' 20000.0, '40000' 40000.0, '60000' 60000.0, '80000' 80000.0, '100000' 100000.0)
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
array ink[8] = ['#0072B2', '#C24E00', '#007A5A', '#A8497C', '#A06E00', '#1F7FB8', '#000000', '#7D7500']
set style fill transparent solid 0.1 noborder

# The legend: pieces of the lines, names.
set arrow from screen across(14.0), screen down(588.0) to screen across(42.0), screen down(588.0) nohead linestyle 1
set label 'sgd, schedule.1.eta = 0.2, horizon = 60000' at screen across(48.0), screen down(588.0) left noenhanced textcolor rgb ink[1] font ',11'
set arrow from screen across(14.0), screen down(606.0) to screen across(42.0), screen down(606.0) nohead linestyle 2
set label 'gaussian-matched, schedule.1.eta = 0.2, horizon = 60000' at screen across(48.0), screen down(606.0) left noenhanced textcolor rgb ink[2] font ',11'
set arrow from screen across(14.0), screen down(624.0) to screen across(42.0), screen down(624.0) nohead linestyle 3
set label 'gaussian-matched(substeps: 4), schedule.1.eta = 0.2, horizon = 60000' at screen across(48.0), screen down(624.0) left noenhanced textcolor rgb ink[3] font ',11'
set arrow from screen across(14.0), screen down(642.0) to screen across(42.0), screen down(642.0) nohead linestyle 4
set label 'gaussian-matched(substeps: 16), schedule.1.eta = 0.2, horizon = 60000' at screen across(48.0), screen down(642.0) left noenhanced textcolor rgb ink[4] font ',11'
set arrow from screen across(14.0), screen down(660.0) to screen across(42.0), screen down(660.0) nohead linestyle 5
set label 'sgd, schedule.1.eta = 0.1, horizon = 120000' at screen across(48.0), screen down(660.0) left noenhanced textcolor rgb ink[5] font ',11'
set arrow from screen across(14.0), screen down(678.0) to screen across(42.0), screen down(678.0) nohead linestyle 6
set label 'gaussian-matched, schedule.1.eta = 0.1, horizon = 120000' at screen across(48.0), screen down(678.0) left noenhanced textcolor rgb ink[6] font ',11'
set arrow from screen across(14.0), screen down(696.0) to screen across(42.0), screen down(696.0) nohead linestyle 7
set label 'gaussian-matched(substeps: 4), schedule.1.eta = 0.1, horizon = 120000' at screen across(48.0), screen down(696.0) left noenhanced textcolor rgb ink[7] font ',11'
set arrow from screen across(14.0), screen down(714.0) to screen across(42.0), screen down(714.0) nohead linestyle 8
set label 'gaussian-matched(substeps: 16), schedule.1.eta = 0.1, horizon = 120000' at screen across(48.0), screen down(714.0) left noenhanced textcolor rgb ink[8] font ',11'

curves = "for [curve = 1:8] table skip 1 every stride[curve]::first[curve]::final[curve] using 2:($5):($6) with filledcurves linestyle curve, " \
       . "for [curve = 1:8] table skip 1 every stride[curve]::first[curve]::final[curve] using 2:($3) with lines linestyle curve"

set terminal svg size 900,734 dynamic background '#ffffff' font 'Helvetica,Arial,sans-serif,12' fontscale 1.33
set output 'hazard.svg'
plot @curves
set terminal pngcairo size 1800,1468 background '#ffffff' font 'sans,12' fontscale 2 linewidth 2 pointscale 2
set output 'hazard.png'
plot @curves
unset output
