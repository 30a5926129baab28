# Draw this picture again with:  gnuplot hazard.gp
# Reads hazard.csv in the same folder; writes hazard.svg and hazard.png.

set macros
set datafile separator comma
set datafile commentschars ''
table = 'hazard.csv'
# Where each curve's rows begin and end in the table, and every how many of them one is drawn.
array first[4] = [0, 200, 400, 600]
array final[4] = [199, 399, 599, 799]
array stride[4] = [1, 1, 1, 1]

# Places in points from the left and from the top.
across(x) = x / 900.0
down(y) = 1 - y / 608.0
set lmargin at screen across(118.0)
set rmargin at screen across(866.0)
set tmargin at screen down(74.0)
set bmargin at screen down(504.0)
set label 'langevin-ladder: convention figures' noenhanced font ',15' at screen 0.5, screen down(24) center
set label 'Hazard, Epanechnikov kernel with boundary correction, 95 % pointwise bands.' at screen 0.5, screen down(48.0) center noenhanced font ',11'
set xlabel 'Time (steps)' noenhanced font ',13'
set ylabel 'Hazard (entries per step at risk)' noenhanced font ',13'
set border 3 linecolor rgb '#444444'
set format '%g'
set tics nomirror out font ',11'
set grid linecolor rgb '#e4e4e4' linetype 1 linewidth 0.6
unset key
set xrange [0:19958.0]
set xtics ('0' 0.0, '2500' 2500.0, '5000' 5000.0, '7500' 7500.0, '10000' 10000.0, '12500' 12500.0, '15000' 15000.0, '17500' 17500.0)
set yrange [0:*]

# The colours of Okabe and Ito; after eight they come again, dashed. Words in darker ones.
set style line 1 linecolor rgb '#0072B2' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
set style line 2 linecolor rgb '#D55E00' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
set style line 3 linecolor rgb '#009E73' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
set style line 4 linecolor rgb '#CC79A7' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
array ink[4] = ['#0072B2', '#C24E00', '#007A5A', '#A8497C']
set style fill transparent solid 0.1 noborder

# The legend: pieces of the lines, names.
set arrow from screen across(14.0), screen down(588.0) to screen across(42.0), screen down(588.0) nohead linestyle 1
set label 'sgd' at screen across(48.0), screen down(588.0) left noenhanced textcolor rgb ink[1] font ',11'
set arrow from screen across(239.0), screen down(588.0) to screen across(267.0), screen down(588.0) nohead linestyle 2
set label 'sgd-batch(2)' at screen across(273.0), screen down(588.0) left noenhanced textcolor rgb ink[2] font ',11'
set arrow from screen across(464.0), screen down(588.0) to screen across(492.0), screen down(588.0) nohead linestyle 3
set label 'gaussian-matched' at screen across(498.0), screen down(588.0) left noenhanced textcolor rgb ink[3] font ',11'
set arrow from screen across(689.0), screen down(588.0) to screen across(717.0), screen down(588.0) nohead linestyle 4
set label 'gaussian-frozen' at screen across(723.0), screen down(588.0) left noenhanced textcolor rgb ink[4] font ',11'

curves = "for [curve = 1:4] table skip 1 every stride[curve]::first[curve]::final[curve] using 2:($5):($6) with filledcurves linestyle curve, " \
       . "for [curve = 1:4] table skip 1 every stride[curve]::first[curve]::final[curve] using 2:($3) with lines linestyle curve"

set terminal svg size 900,608 dynamic background '#ffffff' font 'Helvetica,Arial,sans-serif,12' fontscale 1.33
set output 'hazard.svg'
plot @curves
set terminal pngcairo size 1800,1216 background '#ffffff' font 'sans,12' fontscale 2 linewidth 2 pointscale 2
set output 'hazard.png'
plot @curves
unset output
