# Draw this picture again with:  gnuplot landscape-4.gp
# Reads branches.csv in the same folder; writes landscape-4.svg and landscape-4.png.

set macros
set datafile separator comma
set datafile commentschars ''
table = 'branches.csv'
# Where each curve's rows begin and end in the table, and every how many of them one is drawn.
array first[1] = [777]
array final[1] = [1031]
array stride[1] = [1]

# Places in points from the left and from the top.
across(x) = x / 900.0
down(y) = 1 - y / 626.0
set lmargin at screen across(118.0)
set rmargin at screen across(866.0)
set tmargin at screen down(128.0)
set bmargin at screen down(558.0)
set label 'Local minima over lambda' noenhanced font ',15' at screen 0.5, screen down(24) center
set label 'landscape, network.depth = 2, problem.two-by-two.epsilon = 0.25, L = 2, convention figures; a dot is' at screen 0.5, screen down(48.0) center noenhanced font ',11'
set label 'where a minimum ends' at screen 0.5, screen down(66.0) center noenhanced font ',11'
set label 'upright: the study''s lambda, and the same number read in the other conventions; the zero matrix is drawn' at screen 0.5, screen down(84.0) center noenhanced font ',11'
set label 'at the lower edge' at screen 0.5, screen down(102.0) center noenhanced font ',11'
set xlabel '{/Symbol l} under figures' font ',13'
set ylabel 'largest singular value of A' font ',13'
set border 3 linecolor rgb '#444444'
set format '%g'
set tics nomirror out font ',11'
set grid linecolor rgb '#e4e4e4' linetype 1 linewidth 0.6
unset key
set xrange [0.01:1.4999996334225327]
set yrange [0.05000001832887338:2.4699999999999998]
set logscale xy
set format xy '10^{%L}'
# A line between two points outside is drawn where it is inside.
set clip two
# Heights outside the range are drawn just inside its edges.
inside(y) = y < 0.053000019428605785 ? 0.053000019428605785 : y > 2.4699999999999998 ? 2.4699999999999998 : y
set arrow from first 0.1, graph 0 to first 0.1, graph 1 nohead front linecolor rgb '#444444' dashtype (6,6) linewidth 1
set label 'figures: 0.1' at first 0.1, graph 0.98 offset -1.3,0 rotate by 90 right front noenhanced textcolor rgb '#444444' font ',11'
set arrow from first 0.4, graph 0 to first 0.4, graph 1 nohead front linecolor rgb '#444444' dashtype (6,6) linewidth 1
set label '0.1 read as main' at first 0.4, graph 0.98 offset -1.3,0 rotate by 90 right front noenhanced textcolor rgb '#444444' font ',11'
set arrow from first 0.2, graph 0 to first 0.2, graph 1 nohead front linecolor rgb '#444444' dashtype (6,6) linewidth 1
set label '0.1 read as appendix' at first 0.2, graph 0.98 offset -1.3,0 rotate by 90 right front noenhanced textcolor rgb '#444444' font ',11'

# The colours of Okabe and Ito; after eight they come again, dashed. Words in darker ones.
set style line 1 linecolor rgb '#0072B2' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
array ink[1] = ['#0072B2']
set style fill transparent solid 0.18 noborder


curves = "for [curve = 1:1] table skip 1 every stride[curve]::first[curve]::final[curve] using 5:(inside($10)) with lines linestyle curve, " \
       . "for [curve = 1:1] table skip 1 every ::first[curve]::first[curve] using ($5 > 0.01000001 && $5 < 1.4999981334228993 ? $5 : 1/0):(inside($10)) with points linestyle curve pointtype 7 pointsize 0.9, " \
       . "for [curve = 1:1] table skip 1 every ::final[curve]::final[curve] using ($5 > 0.01000001 && $5 < 1.4999981334228993 ? $5 : 1/0):(inside($10)) with points linestyle curve pointtype 7 pointsize 0.9"

set terminal svg size 900,626 dynamic background '#ffffff' font 'Helvetica,Arial,sans-serif,12' fontscale 1.33
set output 'landscape-4.svg'
plot @curves
set terminal pngcairo size 1800,1252 background '#ffffff' font 'sans,12' fontscale 2 linewidth 2 pointscale 2
set output 'landscape-4.png'
plot @curves
unset output
