# Draw this picture again with:  gnuplot hazard.gp
# Reads hazard.csv in the same folder; writes hazard.svg and hazard.png.

set macros
set datafile separator comma
set datafile commentschars ''
table = 'hazard.csv'
# Where each curve's rows begin and end in the table, and every how many of them one is drawn.
array first[1] = [0]
array final[1] = [198]
array stride[1] = [1]

# Places in points from the left and from the top.
across(x) = x / 900.0
down(y) = 1 - y / 590.0
set lmargin at screen across(118.0)
set rmargin at screen across(866.0)
set tmargin at screen down(92.0)
set bmargin at screen down(522.0)
set label 'fig1-annealing: convention figures' noenhanced font ',15' at screen 0.5, screen down(24) center
set label 'Epanechnikov kernel from the first event on, 95 % pointwise bands; bandwidth 279 to 10000; dashed: the' at screen 0.5, screen down(48.0) center noenhanced font ',11'
set label 'plateau, from its onset.' at screen 0.5, screen down(66.0) center noenhanced font ',11'
set xlabel 'Time (steps)' noenhanced font ',13'
set ylabel 'Hazard (entries per step at risk)' noenhanced font ',13'
set border 3 linecolor rgb '#444444'
set format '%g'
set tics nomirror out font ',11'
set grid linecolor rgb '#e4e4e4' linetype 1 linewidth 0.6
unset key
set xrange [0:23460.0]
set xtics ('0' 0.0, '5000' 5000.0, '10000' 10000.0, '15000' 15000.0, '20000' 20000.0)
set yrange [0:*]
set arrow from 1863.0, 0.0001803391526340873 to 23460.0, 0.0001803391526340873 nohead linecolor rgb '#0072B2' dashtype (9,7) linewidth 1.2 front
set arrow from 1863.0, graph 0 to 1863.0, 0.0001803391526340873 nohead linecolor rgb '#0072B2' dashtype (9,7) linewidth 1.2 front

# The colours of Okabe and Ito; after eight they come again, dashed. Words in darker ones.
set style line 1 linecolor rgb '#0072B2' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
array ink[1] = ['#0072B2']
set style fill transparent solid 0.18 noborder


curves = "for [curve = 1:1] table skip 1 every stride[curve]::first[curve]::final[curve] using 2:($5):($6) with filledcurves linestyle curve, " \
       . "for [curve = 1:1] table skip 1 every stride[curve]::first[curve]::final[curve] using 2:($3) with lines linestyle curve"

set terminal svg size 900,590 dynamic background '#ffffff' font 'Helvetica,Arial,sans-serif,12' fontscale 1.33
set output 'hazard.svg'
plot @curves
set terminal pngcairo size 1800,1180 background '#ffffff' font 'sans,12' fontscale 2 linewidth 2 pointscale 2
set output 'hazard.png'
plot @curves
unset output
