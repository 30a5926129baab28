# Draw this picture again with:  gnuplot compare.gp
# Reads compare.csv in the same folder; writes compare.svg and compare.png.

set macros
set datafile separator comma
set datafile commentschars ''
table = 'compare.csv'


# Places in points from the left and from the top.
across(x) = x / 900.0
down(y) = 1 - y / 1302.0
set tmargin at screen down(136.0)
set bmargin at screen down(1236.0)
set border 3 linecolor rgb '#444444'
set format '%g'
set tics nomirror out font ',11'
set grid linecolor rgb '#e4e4e4' linetype 1 linewidth 0.6
unset key
set border 1
unset ytics
set yrange [22 - 0.5:-0.5]
# The height of a row of the table, of two series the first a little higher; and what is not there, outside of the picture.
height(shift, isThere) = isThere ? column(0) + shift : -9

# The colours of Okabe and Ito; after eight they come again, dashed. Words in darker ones.
set style line 1 linecolor rgb '#0072B2' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
set style line 2 linecolor rgb '#D55E00' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
array ink[2] = ['#0072B2', '#C24E00']
set style fill transparent solid 0.18 noborder

set terminal svg size 900,1302 dynamic background '#ffffff' font 'Helvetica,Arial,sans-serif,12' fontscale 1.33
set output 'compare.svg'
set multiplot
set label 'fig3-epsilon: convention figures' noenhanced font ',15' at screen 0.5, screen down(24) center
set label 'Event: first step in B_1(alpha = 0.03, epsilon1 = 0.3, epsilon2 = 0.1, C = 3), balance spectral.' at screen 0.5, screen down(48.0) center noenhanced font ',11'
set label '95 % intervals. Open: all chains as independent; filled: by pairs. What has no interval, such as arms in' at screen 0.5, screen down(66.0) center noenhanced font ',11'
set label 'which nobody entered, is not drawn.' at screen 0.5, screen down(84.0) center noenhanced font ',11'
set label 'sgd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(152.0) left noenhanced font ',11'
set label '0.05' at screen across(14.0), screen down(170.0) left noenhanced font ',11'
set label 'gd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(202.0) left noenhanced font ',11'
set label '0.05' at screen across(14.0), screen down(220.0) left noenhanced font ',11'
set label 'sgd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(252.0) left noenhanced font ',11'
set label '0.07' at screen across(14.0), screen down(270.0) left noenhanced font ',11'
set label 'gd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(302.0) left noenhanced font ',11'
set label '0.07' at screen across(14.0), screen down(320.0) left noenhanced font ',11'
set label 'sgd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(352.0) left noenhanced font ',11'
set label '0.08' at screen across(14.0), screen down(370.0) left noenhanced font ',11'
set label 'gd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(402.0) left noenhanced font ',11'
set label '0.08' at screen across(14.0), screen down(420.0) left noenhanced font ',11'
set label 'sgd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(452.0) left noenhanced font ',11'
set label '0.09' at screen across(14.0), screen down(470.0) left noenhanced font ',11'
set label 'gd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(502.0) left noenhanced font ',11'
set label '0.09' at screen across(14.0), screen down(520.0) left noenhanced font ',11'
set label 'sgd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(552.0) left noenhanced font ',11'
set label '0.1' at screen across(14.0), screen down(570.0) left noenhanced font ',11'
set label 'gd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(602.0) left noenhanced font ',11'
set label '0.1' at screen across(14.0), screen down(620.0) left noenhanced font ',11'
set label 'sgd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(652.0) left noenhanced font ',11'
set label '0.11' at screen across(14.0), screen down(670.0) left noenhanced font ',11'
set label 'gd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(702.0) left noenhanced font ',11'
set label '0.11' at screen across(14.0), screen down(720.0) left noenhanced font ',11'
set label 'sgd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(752.0) left noenhanced font ',11'
set label '0.12' at screen across(14.0), screen down(770.0) left noenhanced font ',11'
set label 'gd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(802.0) left noenhanced font ',11'
set label '0.12' at screen across(14.0), screen down(820.0) left noenhanced font ',11'
set label 'sgd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(852.0) left noenhanced font ',11'
set label '0.15' at screen across(14.0), screen down(870.0) left noenhanced font ',11'
set label 'gd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(902.0) left noenhanced font ',11'
set label '0.15' at screen across(14.0), screen down(920.0) left noenhanced font ',11'
set label 'sgd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(952.0) left noenhanced font ',11'
set label '0.25' at screen across(14.0), screen down(970.0) left noenhanced font ',11'
set label 'gd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(1002.0) left noenhanced font ',11'
set label '0.25' at screen across(14.0), screen down(1020.0) left noenhanced font ',11'
set label 'sgd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(1052.0) left noenhanced font ',11'
set label '0.5' at screen across(14.0), screen down(1070.0) left noenhanced font ',11'
set label 'gd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(1102.0) left noenhanced font ',11'
set label '0.5' at screen across(14.0), screen down(1120.0) left noenhanced font ',11'
set label 'sgd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(1152.0) left noenhanced font ',11'
set label '1' at screen across(14.0), screen down(1170.0) left noenhanced font ',11'
set label 'gd, problem.two-by-two.epsilon = 1' at screen across(14.0), screen down(1211.0) left noenhanced font ',11'
set lmargin at screen across(320.7594)
set rmargin at screen across(876.0)
set title 'How much later than the reference' noenhanced font ',13'
set xlabel 'Difference of restricted means (steps)' noenhanced font ',12'
unset logscale x
set xrange [-1276.532317438631:69.3060822080505]
set xtics ('-1200' -1200.0, '-800' -800.0, '-400' -400.0, '0' 0.0)
set arrow from 0, graph 0 to 0, graph 1 nohead linecolor rgb '#444444' dashtype (20,12) linewidth 1
plot table skip 1 every ::0::21 using ((valid(10) && valid(11) && valid(12)) ? column(11) : -1276.532317438631):(height(-0.14, (valid(10) && valid(11) && valid(12)))):((valid(10) && valid(11) && valid(12)) ? column(12) - column(11) : 0):(0) with vectors nohead linestyle 1, \
     table skip 1 every ::0::21 using ((valid(10) && valid(11) && valid(12)) ? column(10) : -1276.532317438631):(height(-0.14, (valid(10) && valid(11) && valid(12)))) with points linestyle 1 pointtype 6, \
     table skip 1 every ::0::21 using ((valid(13) && valid(14) && valid(15)) ? column(14) : -1276.532317438631):(height(0.14, (valid(13) && valid(14) && valid(15)))):((valid(13) && valid(14) && valid(15)) ? column(15) - column(14) : 0):(0) with vectors nohead linestyle 2, \
     table skip 1 every ::0::21 using ((valid(13) && valid(14) && valid(15)) ? column(13) : -1276.532317438631):(height(0.14, (valid(13) && valid(14) && valid(15)))) with points linestyle 2 pointtype 7
unset label
unset multiplot
set terminal pngcairo size 1800,2604 background '#ffffff' font 'sans,12' fontscale 2 linewidth 2 pointscale 2
set output 'compare.png'
set multiplot
set label 'fig3-epsilon: convention figures' noenhanced font ',15' at screen 0.5, screen down(24) center
set label 'Event: first step in B_1(alpha = 0.03, epsilon1 = 0.3, epsilon2 = 0.1, C = 3), balance spectral.' at screen 0.5, screen down(48.0) center noenhanced font ',11'
set label '95 % intervals. Open: all chains as independent; filled: by pairs. What has no interval, such as arms in' at screen 0.5, screen down(66.0) center noenhanced font ',11'
set label 'which nobody entered, is not drawn.' at screen 0.5, screen down(84.0) center noenhanced font ',11'
set label 'sgd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(152.0) left noenhanced font ',11'
set label '0.05' at screen across(14.0), screen down(170.0) left noenhanced font ',11'
set label 'gd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(202.0) left noenhanced font ',11'
set label '0.05' at screen across(14.0), screen down(220.0) left noenhanced font ',11'
set label 'sgd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(252.0) left noenhanced font ',11'
set label '0.07' at screen across(14.0), screen down(270.0) left noenhanced font ',11'
set label 'gd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(302.0) left noenhanced font ',11'
set label '0.07' at screen across(14.0), screen down(320.0) left noenhanced font ',11'
set label 'sgd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(352.0) left noenhanced font ',11'
set label '0.08' at screen across(14.0), screen down(370.0) left noenhanced font ',11'
set label 'gd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(402.0) left noenhanced font ',11'
set label '0.08' at screen across(14.0), screen down(420.0) left noenhanced font ',11'
set label 'sgd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(452.0) left noenhanced font ',11'
set label '0.09' at screen across(14.0), screen down(470.0) left noenhanced font ',11'
set label 'gd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(502.0) left noenhanced font ',11'
set label '0.09' at screen across(14.0), screen down(520.0) left noenhanced font ',11'
set label 'sgd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(552.0) left noenhanced font ',11'
set label '0.1' at screen across(14.0), screen down(570.0) left noenhanced font ',11'
set label 'gd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(602.0) left noenhanced font ',11'
set label '0.1' at screen across(14.0), screen down(620.0) left noenhanced font ',11'
set label 'sgd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(652.0) left noenhanced font ',11'
set label '0.11' at screen across(14.0), screen down(670.0) left noenhanced font ',11'
set label 'gd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(702.0) left noenhanced font ',11'
set label '0.11' at screen across(14.0), screen down(720.0) left noenhanced font ',11'
set label 'sgd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(752.0) left noenhanced font ',11'
set label '0.12' at screen across(14.0), screen down(770.0) left noenhanced font ',11'
set label 'gd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(802.0) left noenhanced font ',11'
set label '0.12' at screen across(14.0), screen down(820.0) left noenhanced font ',11'
set label 'sgd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(852.0) left noenhanced font ',11'
set label '0.15' at screen across(14.0), screen down(870.0) left noenhanced font ',11'
set label 'gd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(902.0) left noenhanced font ',11'
set label '0.15' at screen across(14.0), screen down(920.0) left noenhanced font ',11'
set label 'sgd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(952.0) left noenhanced font ',11'
set label '0.25' at screen across(14.0), screen down(970.0) left noenhanced font ',11'
set label 'gd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(1002.0) left noenhanced font ',11'
set label '0.25' at screen across(14.0), screen down(1020.0) left noenhanced font ',11'
set label 'sgd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(1052.0) left noenhanced font ',11'
set label '0.5' at screen across(14.0), screen down(1070.0) left noenhanced font ',11'
set label 'gd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(1102.0) left noenhanced font ',11'
set label '0.5' at screen across(14.0), screen down(1120.0) left noenhanced font ',11'
set label 'sgd, problem.two-by-two.epsilon =' at screen across(14.0), screen down(1152.0) left noenhanced font ',11'
set label '1' at screen across(14.0), screen down(1170.0) left noenhanced font ',11'
set label 'gd, problem.two-by-two.epsilon = 1' at screen across(14.0), screen down(1211.0) left noenhanced font ',11'
set lmargin at screen across(320.7594)
set rmargin at screen across(876.0)
set title 'How much later than the reference' noenhanced font ',13'
set xlabel 'Difference of restricted means (steps)' noenhanced font ',12'
unset logscale x
set xrange [-1276.532317438631:69.3060822080505]
set xtics ('-1200' -1200.0, '-800' -800.0, '-400' -400.0, '0' 0.0)
set arrow from 0, graph 0 to 0, graph 1 nohead linecolor rgb '#444444' dashtype (20,12) linewidth 1
plot table skip 1 every ::0::21 using ((valid(10) && valid(11) && valid(12)) ? column(11) : -1276.532317438631):(height(-0.14, (valid(10) && valid(11) && valid(12)))):((valid(10) && valid(11) && valid(12)) ? column(12) - column(11) : 0):(0) with vectors nohead linestyle 1, \
     table skip 1 every ::0::21 using ((valid(10) && valid(11) && valid(12)) ? column(10) : -1276.532317438631):(height(-0.14, (valid(10) && valid(11) && valid(12)))) with points linestyle 1 pointtype 6, \
     table skip 1 every ::0::21 using ((valid(13) && valid(14) && valid(15)) ? column(14) : -1276.532317438631):(height(0.14, (valid(13) && valid(14) && valid(15)))):((valid(13) && valid(14) && valid(15)) ? column(15) - column(14) : 0):(0) with vectors nohead linestyle 2, \
     table skip 1 every ::0::21 using ((valid(13) && valid(14) && valid(15)) ? column(13) : -1276.532317438631):(height(0.14, (valid(13) && valid(14) && valid(15)))) with points linestyle 2 pointtype 7
unset label
unset multiplot
unset output
