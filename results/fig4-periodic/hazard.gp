# Draw this picture again with:  gnuplot hazard.gp
# Reads hazard.csv in the same folder; writes hazard.svg and hazard.png.

set macros
set datafile separator comma
set datafile commentschars ''
table = 'hazard.csv'
# Where each curve's rows begin and end in the table, and every how many of them one is drawn.
array first[1] = [0]
array final[1] = [199]
array stride[1] = [1]

# Places in points from the left and from the top.
across(x) = x / 900.0
down(y) = 1 - y / 572.0
set lmargin at screen across(118.0)
set rmargin at screen across(866.0)
set tmargin at screen down(74.0)
set bmargin at screen down(504.0)
set label 'fig4-periodic: convention figures' noenhanced font ',15' at screen 0.5, screen down(24) center
set label 'Epanechnikov kernel from the first event on, 95 % pointwise bands; bandwidth 49.8 to 4340.' at screen 0.5, screen down(48.0) center noenhanced font ',11'
set xlabel 'Time (steps)' noenhanced font ',13'
set ylabel 'Hazard (entries per step at risk)' noenhanced font ',13'
set border 3 linecolor rgb '#444444'
set format '%g'
set tics nomirror out font ',11'
set grid linecolor rgb '#e4e4e4' linetype 1 linewidth 0.6
unset key
set xrange [0:11977.0]
set xtics ('0' 0.0, '2000' 2000.0, '4000' 4000.0, '6000' 6000.0, '8000' 8000.0, '10000' 10000.0)
set yrange [0:*]

# The colours of Okabe and Ito; after eight they come again, dashed. Words in darker ones.
set style line 1 linecolor rgb '#0072B2' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
array ink[1] = ['#0072B2']
set style fill transparent solid 0.18 noborder


curves = "for [curve = 1:1] table skip 1 every stride[curve]::first[curve]::final[curve] using 2:($5):($6) with filledcurves linestyle curve, " \
       . "for [curve = 1:1] table skip 1 every stride[curve]::first[curve]::final[curve] using 2:($3) with lines linestyle curve"

set terminal svg size 900,572 dynamic background '#ffffff' font 'Helvetica,Arial,sans-serif,12' fontscale 1.33
set output 'hazard.svg'
plot @curves
set terminal pngcairo size 1800,1144 background '#ffffff' font 'sans,12' fontscale 2 linewidth 2 pointscale 2
set output 'hazard.png'
plot @curves
unset output
