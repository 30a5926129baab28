# Draw this picture again with:  gnuplot compare.gp
# Reads compare.csv in the same folder; writes compare.svg and compare.png.

set macros
set datafile separator comma
set datafile commentschars ''
table = 'compare.csv'


# Places in points from the left and from the top.
across(x) = x / 900.0
down(y) = 1 - y / 1018.0
set tmargin at screen down(136.0)
set bmargin at screen down(952.0)
set border 3 linecolor rgb '#444444'
set format '%g'
set tics nomirror out font ',11'
set grid linecolor rgb '#e4e4e4' linetype 1 linewidth 0.6
unset key
set border 1
unset ytics
set yrange [12 - 0.5:-0.5]
# The height of a row of the table, of two series the first a little higher; and what is not there, outside of the picture.
height(shift, isThere) = isThere ? column(0) + shift : -9

# The colours of Okabe and Ito; after eight they come again, dashed. Words in darker ones.
set style line 1 linecolor rgb '#0072B2' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
set style line 2 linecolor rgb '#D55E00' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
array ink[2] = ['#0072B2', '#C24E00']
set style fill transparent solid 0.18 noborder

set terminal svg size 900,1018 dynamic background '#ffffff' font 'Helvetica,Arial,sans-serif,12' fontscale 1.33
set output 'compare.svg'
set multiplot
set label 'sampling: convention figures' noenhanced font ',15' at screen 0.5, screen down(24) center
set label 'Event: first step in B_1(alpha = 0.03, epsilon1 = 3, epsilon2 = 0.1, C = 12), balance spectral.' at screen 0.5, screen down(48.0) center noenhanced font ',11'
set label '95 % intervals. Left, open: all chains as independent; filled: by pairs. Right, open: exact; filled: allowing' at screen 0.5, screen down(66.0) center noenhanced font ',11'
set label 'for bursts; arrow: no exit, the rate is below its base.' at screen 0.5, screen down(84.0) center noenhanced font ',11'
set label 'sgd, network.depth = 3,' at screen across(14.0), screen down(152.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.25,' at screen across(14.0), screen down(170.0) left noenhanced font ',11'
set label 'schedule.1.eta = 0.2' at screen across(14.0), screen down(188.0) left noenhanced font ',11'
set label 'sgd-shuffled, network.depth = 3,' at screen across(14.0), screen down(220.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.25,' at screen across(14.0), screen down(238.0) left noenhanced font ',11'
set label 'schedule.1.eta = 0.2' at screen across(14.0), screen down(256.0) left noenhanced font ',11'
set label 'sgd-batch(2), network.depth = 3,' at screen across(14.0), screen down(288.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.25,' at screen across(14.0), screen down(306.0) left noenhanced font ',11'
set label 'schedule.1.eta = 0.2' at screen across(14.0), screen down(324.0) left noenhanced font ',11'
set label 'gd, network.depth = 3,' at screen across(14.0), screen down(356.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.25,' at screen across(14.0), screen down(374.0) left noenhanced font ',11'
set label 'schedule.1.eta = 0.2' at screen across(14.0), screen down(392.0) left noenhanced font ',11'
set label 'sgd, network.depth = 4,' at screen across(14.0), screen down(424.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.1,' at screen across(14.0), screen down(442.0) left noenhanced font ',11'
set label 'schedule.1.eta = 0.25' at screen across(14.0), screen down(460.0) left noenhanced font ',11'
set label 'sgd-shuffled, network.depth = 4,' at screen across(14.0), screen down(492.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.1,' at screen across(14.0), screen down(510.0) left noenhanced font ',11'
set label 'schedule.1.eta = 0.25' at screen across(14.0), screen down(528.0) left noenhanced font ',11'
set label 'sgd-batch(2), network.depth = 4,' at screen across(14.0), screen down(560.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.1,' at screen across(14.0), screen down(578.0) left noenhanced font ',11'
set label 'schedule.1.eta = 0.25' at screen across(14.0), screen down(596.0) left noenhanced font ',11'
set label 'gd, network.depth = 4,' at screen across(14.0), screen down(628.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.1,' at screen across(14.0), screen down(646.0) left noenhanced font ',11'
set label 'schedule.1.eta = 0.25' at screen across(14.0), screen down(664.0) left noenhanced font ',11'
set label 'sgd, network.depth = 3,' at screen across(14.0), screen down(696.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.2,' at screen across(14.0), screen down(714.0) left noenhanced font ',11'
set label 'schedule.1.eta = 0.4' at screen across(14.0), screen down(732.0) left noenhanced font ',11'
set label 'sgd-shuffled, network.depth = 3,' at screen across(14.0), screen down(764.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.2,' at screen across(14.0), screen down(782.0) left noenhanced font ',11'
set label 'schedule.1.eta = 0.4' at screen across(14.0), screen down(800.0) left noenhanced font ',11'
set label 'sgd-batch(2), network.depth = 3,' at screen across(14.0), screen down(832.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.2,' at screen across(14.0), screen down(850.0) left noenhanced font ',11'
set label 'schedule.1.eta = 0.4' at screen across(14.0), screen down(868.0) left noenhanced font ',11'
set label 'gd, network.depth = 3,' at screen across(14.0), screen down(900.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.2,' at screen across(14.0), screen down(918.0) left noenhanced font ',11'
set label 'schedule.1.eta = 0.4' at screen across(14.0), screen down(936.0) left noenhanced font ',11'
set lmargin at screen across(320.7594000000001)
set rmargin at screen across(577.3797)
set title 'How much later than the reference' noenhanced font ',13'
set xlabel 'Difference of restricted means (steps)' noenhanced font ',10'
unset logscale x
set xrange [-2896.7529:60831.8109]
set xtics ('0' 0.0, '20000' 20000.0, '40000' 40000.0, '60000' 60000.0)
set arrow from 0, graph 0 to 0, graph 1 nohead linecolor rgb '#444444' dashtype (20,12) linewidth 1
plot table skip 1 every ::0::11 using ((valid(10) && valid(11) && valid(12)) ? column(11) : -2896.7529):(height(-0.14, (valid(10) && valid(11) && valid(12)))):((valid(10) && valid(11) && valid(12)) ? column(12) - column(11) : 0):(0) with vectors nohead linestyle 1, \
     table skip 1 every ::0::11 using (valid(10) ? column(10) : -2896.7529):(height(-0.14, valid(10))) with points linestyle 1 pointtype 6, \
     table skip 1 every ::0::11 using ((valid(13) && valid(14) && valid(15)) ? column(14) : -2896.7529):(height(0.14, (valid(13) && valid(14) && valid(15)))):((valid(13) && valid(14) && valid(15)) ? column(15) - column(14) : 0):(0) with vectors nohead linestyle 2, \
     table skip 1 every ::0::11 using (valid(13) ? column(13) : -2896.7529):(height(0.14, valid(13))) with points linestyle 2 pointtype 7
unset label
set lmargin at screen across(619.3797)
set rmargin at screen across(875.9999999999999)
set title 'How often out again' noenhanced font ',13'
set xlabel 'Exits per step inside' noenhanced font ',12'
unset arrow
set logscale x
set xtics ('10^{-8}' 1e-8, '10^{-7}' 1e-7, '10^{-6}' 1e-6, '10^{-5}' 1e-5, '10^{-4}' 1e-4, '10^{-3}' 1e-3)
set xrange [1e-08:0.001]
plot table skip 1 every ::0::11 using ((valid(26) && valid(28) && column(26) == 0) ? column(28) : 1e-08):(height(-0.14, (valid(26) && valid(28) && column(26) == 0))):((valid(26) && valid(28) && column(26) == 0) ? 1e-08 * 1.05 - column(28) : 0):(0) with vectors head size screen 0.008,20 linestyle 1, \
     table skip 1 every ::0::11 using (((valid(26) && column(26) > 0) && valid(27) && valid(28)) ? column(27) : 1e-08):(height(-0.14, ((valid(26) && column(26) > 0) && valid(27) && valid(28)))):(((valid(26) && column(26) > 0) && valid(27) && valid(28)) ? column(28) - column(27) : 0):(0) with vectors nohead linestyle 1, \
     table skip 1 every ::0::11 using ((valid(26) && column(26) > 0) ? column(26) : 1e-08):(height(-0.14, (valid(26) && column(26) > 0))) with points linestyle 1 pointtype 6, \
     table skip 1 every ::0::11 using ((valid(26) && valid(30) && column(26) == 0) ? column(30) : 1e-08):(height(0.14, (valid(26) && valid(30) && column(26) == 0))):((valid(26) && valid(30) && column(26) == 0) ? 1e-08 * 1.05 - column(30) : 0):(0) with vectors head size screen 0.008,20 linestyle 2, \
     table skip 1 every ::0::11 using (((valid(26) && column(26) > 0) && valid(29) && valid(30)) ? column(29) : 1e-08):(height(0.14, ((valid(26) && column(26) > 0) && valid(29) && valid(30)))):(((valid(26) && column(26) > 0) && valid(29) && valid(30)) ? column(30) - column(29) : 0):(0) with vectors nohead linestyle 2, \
     table skip 1 every ::0::11 using ((valid(26) && column(26) > 0) ? column(26) : 1e-08):(height(0.14, (valid(26) && column(26) > 0))) with points linestyle 2 pointtype 7
unset label
unset multiplot
set terminal pngcairo size 1800,2036 background '#ffffff' font 'sans,12' fontscale 2 linewidth 2 pointscale 2
set output 'compare.png'
set multiplot
set label 'sampling: convention figures' noenhanced font ',15' at screen 0.5, screen down(24) center
set label 'Event: first step in B_1(alpha = 0.03, epsilon1 = 3, epsilon2 = 0.1, C = 12), balance spectral.' at screen 0.5, screen down(48.0) center noenhanced font ',11'
set label '95 % intervals. Left, open: all chains as independent; filled: by pairs. Right, open: exact; filled: allowing' at screen 0.5, screen down(66.0) center noenhanced font ',11'
set label 'for bursts; arrow: no exit, the rate is below its base.' at screen 0.5, screen down(84.0) center noenhanced font ',11'
set label 'sgd, network.depth = 3,' at screen across(14.0), screen down(152.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.25,' at screen across(14.0), screen down(170.0) left noenhanced font ',11'
set label 'schedule.1.eta = 0.2' at screen across(14.0), screen down(188.0) left noenhanced font ',11'
set label 'sgd-shuffled, network.depth = 3,' at screen across(14.0), screen down(220.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.25,' at screen across(14.0), screen down(238.0) left noenhanced font ',11'
set label 'schedule.1.eta = 0.2' at screen across(14.0), screen down(256.0) left noenhanced font ',11'
set label 'sgd-batch(2), network.depth = 3,' at screen across(14.0), screen down(288.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.25,' at screen across(14.0), screen down(306.0) left noenhanced font ',11'
set label 'schedule.1.eta = 0.2' at screen across(14.0), screen down(324.0) left noenhanced font ',11'
set label 'gd, network.depth = 3,' at screen across(14.0), screen down(356.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.25,' at screen across(14.0), screen down(374.0) left noenhanced font ',11'
set label 'schedule.1.eta = 0.2' at screen across(14.0), screen down(392.0) left noenhanced font ',11'
set label 'sgd, network.depth = 4,' at screen across(14.0), screen down(424.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.1,' at screen across(14.0), screen down(442.0) left noenhanced font ',11'
set label 'schedule.1.eta = 0.25' at screen across(14.0), screen down(460.0) left noenhanced font ',11'
set label 'sgd-shuffled, network.depth = 4,' at screen across(14.0), screen down(492.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.1,' at screen across(14.0), screen down(510.0) left noenhanced font ',11'
set label 'schedule.1.eta = 0.25' at screen across(14.0), screen down(528.0) left noenhanced font ',11'
set label 'sgd-batch(2), network.depth = 4,' at screen across(14.0), screen down(560.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.1,' at screen across(14.0), screen down(578.0) left noenhanced font ',11'
set label 'schedule.1.eta = 0.25' at screen across(14.0), screen down(596.0) left noenhanced font ',11'
set label 'gd, network.depth = 4,' at screen across(14.0), screen down(628.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.1,' at screen across(14.0), screen down(646.0) left noenhanced font ',11'
set label 'schedule.1.eta = 0.25' at screen across(14.0), screen down(664.0) left noenhanced font ',11'
set label 'sgd, network.depth = 3,' at screen across(14.0), screen down(696.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.2,' at screen across(14.0), screen down(714.0) left noenhanced font ',11'
set label 'schedule.1.eta = 0.4' at screen across(14.0), screen down(732.0) left noenhanced font ',11'
set label 'sgd-shuffled, network.depth = 3,' at screen across(14.0), screen down(764.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.2,' at screen across(14.0), screen down(782.0) left noenhanced font ',11'
set label 'schedule.1.eta = 0.4' at screen across(14.0), screen down(800.0) left noenhanced font ',11'
set label 'sgd-batch(2), network.depth = 3,' at screen across(14.0), screen down(832.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.2,' at screen across(14.0), screen down(850.0) left noenhanced font ',11'
set label 'schedule.1.eta = 0.4' at screen across(14.0), screen down(868.0) left noenhanced font ',11'
set label 'gd, network.depth = 3,' at screen across(14.0), screen down(900.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.2,' at screen across(14.0), screen down(918.0) left noenhanced font ',11'
set label 'schedule.1.eta = 0.4' at screen across(14.0), screen down(936.0) left noenhanced font ',11'
set lmargin at screen across(320.7594000000001)
set rmargin at screen across(577.3797)
set title 'How much later than the reference' noenhanced font ',13'
set xlabel 'Difference of restricted means (steps)' noenhanced font ',10'
unset logscale x
set xrange [-2896.7529:60831.8109]
set xtics ('0' 0.0, '20000' 20000.0, '40000' 40000.0, '60000' 60000.0)
set arrow from 0, graph 0 to 0, graph 1 nohead linecolor rgb '#444444' dashtype (20,12) linewidth 1
plot table skip 1 every ::0::11 using ((valid(10) && valid(11) && valid(12)) ? column(11) : -2896.7529):(height(-0.14, (valid(10) && valid(11) && valid(12)))):((valid(10) && valid(11) && valid(12)) ? column(12) - column(11) : 0):(0) with vectors nohead linestyle 1, \
     table skip 1 every ::0::11 using (valid(10) ? column(10) : -2896.7529):(height(-0.14, valid(10))) with points linestyle 1 pointtype 6, \
     table skip 1 every ::0::11 using ((valid(13) && valid(14) && valid(15)) ? column(14) : -2896.7529):(height(0.14, (valid(13) && valid(14) && valid(15)))):((valid(13) && valid(14) && valid(15)) ? column(15) - column(14) : 0):(0) with vectors nohead linestyle 2, \
     table skip 1 every ::0::11 using (valid(13) ? column(13) : -2896.7529):(height(0.14, valid(13))) with points linestyle 2 pointtype 7
unset label
set lmargin at screen across(619.3797)
set rmargin at screen across(875.9999999999999)
set title 'How often out again' noenhanced font ',13'
set xlabel 'Exits per step inside' noenhanced font ',12'
unset arrow
set logscale x
set xtics ('10^{-8}' 1e-8, '10^{-7}' 1e-7, '10^{-6}' 1e-6, '10^{-5}' 1e-5, '10^{-4}' 1e-4, '10^{-3}' 1e-3)
set xrange [1e-08:0.001]
plot table skip 1 every ::0::11 using ((valid(26) && valid(28) && column(26) == 0) ? column(28) : 1e-08):(height(-0.14, (valid(26) && valid(28) && column(26) == 0))):((valid(26) && valid(28) && column(26) == 0) ? 1e-08 * 1.05 - column(28) : 0):(0) with vectors head size screen 0.008,20 linestyle 1, \
     table skip 1 every ::0::11 using (((valid(26) && column(26) > 0) && valid(27) && valid(28)) ? column(27) : 1e-08):(height(-0.14, ((valid(26) && column(26) > 0) && valid(27) && valid(28)))):(((valid(26) && column(26) > 0) && valid(27) && valid(28)) ? column(28) - column(27) : 0):(0) with vectors nohead linestyle 1, \
     table skip 1 every ::0::11 using ((valid(26) && column(26) > 0) ? column(26) : 1e-08):(height(-0.14, (valid(26) && column(26) > 0))) with points linestyle 1 pointtype 6, \
     table skip 1 every ::0::11 using ((valid(26) && valid(30) && column(26) == 0) ? column(30) : 1e-08):(height(0.14, (valid(26) && valid(30) && column(26) == 0))):((valid(26) && valid(30) && column(26) == 0) ? 1e-08 * 1.05 - column(30) : 0):(0) with vectors head size screen 0.008,20 linestyle 2, \
     table skip 1 every ::0::11 using (((valid(26) && column(26) > 0) && valid(29) && valid(30)) ? column(29) : 1e-08):(height(0.14, ((valid(26) && column(26) > 0) && valid(29) && valid(30)))):(((valid(26) && column(26) > 0) && valid(29) && valid(30)) ? column(30) - column(29) : 0):(0) with vectors nohead linestyle 2, \
     table skip 1 every ::0::11 using ((valid(26) && column(26) > 0) ? column(26) : 1e-08):(height(0.14, (valid(26) && column(26) > 0))) with points linestyle 2 pointtype 7
unset label
unset multiplot
unset output
