# Draw this picture again with:  gnuplot landscape-6.gp
# Reads branches.csv in the same folder; writes landscape-6.svg and landscape-6.png.

set macros
set datafile separator comma
set datafile commentschars ''
table = 'branches.csv'
# Where each curve's rows begin and end in the table, and every how many of them one is drawn.
array first[4] = [1662, 1664, 1879, 2090]
array final[4] = [1663, 1878, 2089, 2283]
array stride[4] = [1, 1, 1, 1]

# Places in points from the left and from the top.
across(x) = x / 900.0
down(y) = 1 - y / 680.0
set lmargin at screen across(118.0)
set rmargin at screen across(866.0)
set tmargin at screen down(128.0)
set bmargin at screen down(558.0)
set label 'Local minima over lambda' noenhanced font ',15' at screen 0.5, screen down(24) center
set label 'landscape, network.depth = 3, problem.two-by-two.epsilon = 0.11, L = 3, convention figures; a dot is' at screen 0.5, screen down(48.0) center noenhanced font ',11'
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
set xrange [0.01:1.2000000000000002]
set yrange [0.036815460535580824:11.356464520027098]
set logscale xy
set format xy '10^{%L}'
# A line between two points outside is drawn where it is inside.
set clip two
# Heights outside the range are drawn just inside its edges.
inside(y) = y < 0.039024388167715675 ? 0.039024388167715675 : y > 11.356464520027098 ? 11.356464520027098 : y
set arrow from first 0.1, graph 0 to first 0.1, graph 1 nohead front linecolor rgb '#444444' dashtype (6,6) linewidth 1
set label 'figures: 0.1' at first 0.1, graph 0.98 offset -1.3,0 rotate by 90 right front noenhanced textcolor rgb '#444444' font ',11'
set arrow from first 0.4, graph 0 to first 0.4, graph 1 nohead front linecolor rgb '#444444' dashtype (6,6) linewidth 1
set label '0.1 read as main' at first 0.4, graph 0.98 offset -1.3,0 rotate by 90 right front noenhanced textcolor rgb '#444444' font ',11'
set arrow from first 0.2, graph 0 to first 0.2, graph 1 nohead front linecolor rgb '#444444' dashtype (6,6) linewidth 1
set label '0.1 read as appendix' at first 0.2, graph 0.98 offset -1.3,0 rotate by 90 right front noenhanced textcolor rgb '#444444' font ',11'

# The colours of Okabe and Ito; after eight they come again, dashed. Words in darker ones.
set style line 1 linecolor rgb '#0072B2' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
set style line 2 linecolor rgb '#D55E00' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
set style line 3 linecolor rgb '#009E73' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
set style line 4 linecolor rgb '#CC79A7' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
array ink[4] = ['#0072B2', '#C24E00', '#007A5A', '#A8497C']
set style fill transparent solid 0.1 noborder

# The legend: pieces of the lines, names.
set arrow from screen across(14.0), screen down(642.0) to screen across(42.0), screen down(642.0) nohead linestyle 1
set label 'rank 0, at every lambda' at screen across(48.0), screen down(642.0) left noenhanced textcolor rgb ink[1] font ',11'
set arrow from screen across(314.0), screen down(642.0) to screen across(342.0), screen down(642.0) nohead linestyle 2
set label 'rank 1, gone at 0.3744' at screen across(348.0), screen down(642.0) left noenhanced textcolor rgb ink[2] font ',11'
set arrow from screen across(614.0), screen down(642.0) to screen across(642.0), screen down(642.0) nohead linestyle 3
set label 'rank 1, gone at 0.3328' at screen across(648.0), screen down(642.0) left noenhanced textcolor rgb ink[3] font ',11'
set arrow from screen across(14.0), screen down(660.0) to screen across(42.0), screen down(660.0) nohead linestyle 4
set label 'rank 2, gone at 0.1768' at screen across(48.0), screen down(660.0) left noenhanced textcolor rgb ink[4] font ',11'

curves = "for [curve = 1:4] table skip 1 every stride[curve]::first[curve]::final[curve] using 5:(inside($10)) with lines linestyle curve, " \
       . "for [curve = 1:4] table skip 1 every ::first[curve]::first[curve] using ($5 > 0.01000001 && $5 < 1.1999988000000001 ? $5 : 1/0):(inside($10)) with points linestyle curve pointtype 7 pointsize 0.9, " \
       . "for [curve = 1:4] table skip 1 every ::final[curve]::final[curve] using ($5 > 0.01000001 && $5 < 1.1999988000000001 ? $5 : 1/0):(inside($10)) with points linestyle curve pointtype 7 pointsize 0.9"

set terminal svg size 900,680 dynamic background '#ffffff' font 'Helvetica,Arial,sans-serif,12' fontscale 1.33
set output 'landscape-6.svg'
plot @curves
set terminal pngcairo size 1800,1360 background '#ffffff' font 'sans,12' fontscale 2 linewidth 2 pointscale 2
set output 'landscape-6.png'
plot @curves
unset output
