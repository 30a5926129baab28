# Draw this picture again with:  gnuplot compare.gp
# Reads compare.csv in the same folder; writes compare.svg and compare.png.

set macros
set datafile separator comma
set datafile commentschars ''
table = 'compare.csv'


# Places in points from the left and from the top.
across(x) = x / 900.0
down(y) = 1 - y / 1834.0
set tmargin at screen down(136.0)
set bmargin at screen down(1768.0)
set border 3 linecolor rgb '#444444'
set format '%g'
set tics nomirror out font ',11'
set grid linecolor rgb '#e4e4e4' linetype 1 linewidth 0.6
unset key
set border 1
unset ytics
set yrange [24 - 0.5:-0.5]
# The height of a row of the table, of two series the first a little higher; and what is not there, outside of the picture.
height(shift, isThere) = isThere ? column(0) + shift : -9

# The colours of Okabe and Ito; after eight they come again, dashed. Words in darker ones.
set style line 1 linecolor rgb '#0072B2' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
set style line 2 linecolor rgb '#D55E00' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
array ink[2] = ['#0072B2', '#C24E00']
set style fill transparent solid 0.18 noborder

set terminal svg size 900,1834 dynamic background '#ffffff' font 'Helvetica,Arial,sans-serif,12' fontscale 1.33
set output 'compare.svg'
set multiplot
set label 'conventions: conventions main, appendix, figures' noenhanced font ',15' at screen 0.5, screen down(24) center
set label 'Event: first step in B_1(alpha = 0.03, epsilon1 = 3, epsilon2 = 0.1, C = 12), balance spectral.' at screen 0.5, screen down(48.0) center noenhanced font ',11'
set label '95 % intervals. Left, open: all chains as independent; filled: by pairs. Right, open: exact; filled: allowing' at screen 0.5, screen down(66.0) center noenhanced font ',11'
set label 'for bursts; arrow: no exit, the rate is below its base.' at screen 0.5, screen down(84.0) center noenhanced font ',11'
set label 'sgd, convention = figures,' at screen across(14.0), screen down(152.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.25,' at screen across(14.0), screen down(170.0) left noenhanced font ',11'
set label 'network.depth = 3, schedule.0.et…' at screen across(14.0), screen down(188.0) left noenhanced font ',11'
set label 'gd, convention = figures,' at screen across(14.0), screen down(220.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.25,' at screen across(14.0), screen down(238.0) left noenhanced font ',11'
set label 'network.depth = 3, schedule.0.et…' at screen across(14.0), screen down(256.0) left noenhanced font ',11'
set label 'sgd, convention = appendix,' at screen across(14.0), screen down(288.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.25,' at screen across(14.0), screen down(306.0) left noenhanced font ',11'
set label 'network.depth = 3, schedule.0.et…' at screen across(14.0), screen down(324.0) left noenhanced font ',11'
set label 'gd, convention = appendix,' at screen across(14.0), screen down(356.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.25,' at screen across(14.0), screen down(374.0) left noenhanced font ',11'
set label 'network.depth = 3, schedule.0.et…' at screen across(14.0), screen down(392.0) left noenhanced font ',11'
set label 'sgd, convention = main,' at screen across(14.0), screen down(424.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.25,' at screen across(14.0), screen down(442.0) left noenhanced font ',11'
set label 'network.depth = 3, schedule.0.et…' at screen across(14.0), screen down(460.0) left noenhanced font ',11'
set label 'gd, convention = main,' at screen across(14.0), screen down(492.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.25,' at screen across(14.0), screen down(510.0) left noenhanced font ',11'
set label 'network.depth = 3, schedule.0.et…' at screen across(14.0), screen down(528.0) left noenhanced font ',11'
set label 'sgd, convention = figures,' at screen across(14.0), screen down(560.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.1,' at screen across(14.0), screen down(578.0) left noenhanced font ',11'
set label 'network.depth = 3, schedule.0.et…' at screen across(14.0), screen down(596.0) left noenhanced font ',11'
set label 'gd, convention = figures,' at screen across(14.0), screen down(628.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.1,' at screen across(14.0), screen down(646.0) left noenhanced font ',11'
set label 'network.depth = 3, schedule.0.et…' at screen across(14.0), screen down(664.0) left noenhanced font ',11'
set label 'sgd, convention = appendix,' at screen across(14.0), screen down(696.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.1,' at screen across(14.0), screen down(714.0) left noenhanced font ',11'
set label 'network.depth = 3, schedule.0.et…' at screen across(14.0), screen down(732.0) left noenhanced font ',11'
set label 'gd, convention = appendix,' at screen across(14.0), screen down(764.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.1,' at screen across(14.0), screen down(782.0) left noenhanced font ',11'
set label 'network.depth = 3, schedule.0.et…' at screen across(14.0), screen down(800.0) left noenhanced font ',11'
set label 'sgd, convention = main,' at screen across(14.0), screen down(832.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.1,' at screen across(14.0), screen down(850.0) left noenhanced font ',11'
set label 'network.depth = 3, schedule.0.et…' at screen across(14.0), screen down(868.0) left noenhanced font ',11'
set label 'gd, convention = main,' at screen across(14.0), screen down(900.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.1,' at screen across(14.0), screen down(918.0) left noenhanced font ',11'
set label 'network.depth = 3, schedule.0.et…' at screen across(14.0), screen down(936.0) left noenhanced font ',11'
set label 'sgd, convention = figures,' at screen across(14.0), screen down(968.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.1,' at screen across(14.0), screen down(986.0) left noenhanced font ',11'
set label 'network.depth = 4, schedule.0.et…' at screen across(14.0), screen down(1004.0) left noenhanced font ',11'
set label 'gd, convention = figures,' at screen across(14.0), screen down(1036.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.1,' at screen across(14.0), screen down(1054.0) left noenhanced font ',11'
set label 'network.depth = 4, schedule.0.et…' at screen across(14.0), screen down(1072.0) left noenhanced font ',11'
set label 'sgd, convention = appendix,' at screen across(14.0), screen down(1104.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.1,' at screen across(14.0), screen down(1122.0) left noenhanced font ',11'
set label 'network.depth = 4, schedule.0.et…' at screen across(14.0), screen down(1140.0) left noenhanced font ',11'
set label 'gd, convention = appendix,' at screen across(14.0), screen down(1172.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.1,' at screen across(14.0), screen down(1190.0) left noenhanced font ',11'
set label 'network.depth = 4, schedule.0.et…' at screen across(14.0), screen down(1208.0) left noenhanced font ',11'
set label 'sgd, convention = main,' at screen across(14.0), screen down(1240.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.1,' at screen across(14.0), screen down(1258.0) left noenhanced font ',11'
set label 'network.depth = 4, schedule.0.et…' at screen across(14.0), screen down(1276.0) left noenhanced font ',11'
set label 'gd, convention = main,' at screen across(14.0), screen down(1308.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.1,' at screen across(14.0), screen down(1326.0) left noenhanced font ',11'
set label 'network.depth = 4, schedule.0.et…' at screen across(14.0), screen down(1344.0) left noenhanced font ',11'
set label 'sgd, convention = figures,' at screen across(14.0), screen down(1376.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.2,' at screen across(14.0), screen down(1394.0) left noenhanced font ',11'
set label 'network.depth = 3, schedule.0.et…' at screen across(14.0), screen down(1412.0) left noenhanced font ',11'
set label 'gd, convention = figures,' at screen across(14.0), screen down(1444.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.2,' at screen across(14.0), screen down(1462.0) left noenhanced font ',11'
set label 'network.depth = 3, schedule.0.et…' at screen across(14.0), screen down(1480.0) left noenhanced font ',11'
set label 'sgd, convention = appendix,' at screen across(14.0), screen down(1512.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.2,' at screen across(14.0), screen down(1530.0) left noenhanced font ',11'
set label 'network.depth = 3, schedule.0.et…' at screen across(14.0), screen down(1548.0) left noenhanced font ',11'
set label 'gd, convention = appendix,' at screen across(14.0), screen down(1580.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.2,' at screen across(14.0), screen down(1598.0) left noenhanced font ',11'
set label 'network.depth = 3, schedule.0.et…' at screen across(14.0), screen down(1616.0) left noenhanced font ',11'
set label 'sgd, convention = main,' at screen across(14.0), screen down(1648.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.2,' at screen across(14.0), screen down(1666.0) left noenhanced font ',11'
set label 'network.depth = 3, schedule.0.et…' at screen across(14.0), screen down(1684.0) left noenhanced font ',11'
set label 'gd, convention = main,' at screen across(14.0), screen down(1716.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.2,' at screen across(14.0), screen down(1734.0) left noenhanced font ',11'
set label 'network.depth = 3, schedule.0.et…' at screen across(14.0), screen down(1752.0) left noenhanced font ',11'
set lmargin at screen across(320.7594000000001)
set rmargin at screen across(577.3797)
set title 'How much later than the reference' noenhanced font ',13'
set xlabel 'Difference of restricted means (steps)' noenhanced font ',10'
unset logscale x
set xrange [-902.7214334861128:18951.753639689814]
set xtics ('0' 0.0, '5000' 5000.0, '10000' 10000.0, '15000' 15000.0)
set arrow from 0, graph 0 to 0, graph 1 nohead linecolor rgb '#444444' dashtype (20,12) linewidth 1
plot table skip 1 every ::0::23 using ((valid(10) && valid(11) && valid(12)) ? column(11) : -902.7214334861128):(height(-0.14, (valid(10) && valid(11) && valid(12)))):((valid(10) && valid(11) && valid(12)) ? column(12) - column(11) : 0):(0) with vectors nohead linestyle 1, \
     table skip 1 every ::0::23 using (valid(10) ? column(10) : -902.7214334861128):(height(-0.14, valid(10))) with points linestyle 1 pointtype 6, \
     table skip 1 every ::0::23 using ((valid(13) && valid(14) && valid(15)) ? column(14) : -902.7214334861128):(height(0.14, (valid(13) && valid(14) && valid(15)))):((valid(13) && valid(14) && valid(15)) ? column(15) - column(14) : 0):(0) with vectors nohead linestyle 2, \
     table skip 1 every ::0::23 using (valid(13) ? column(13) : -902.7214334861128):(height(0.14, valid(13))) with points linestyle 2 pointtype 7
unset label
set lmargin at screen across(619.3797)
set rmargin at screen across(875.9999999999999)
set title 'How often out again' noenhanced font ',13'
set xlabel 'Exits per step inside' noenhanced font ',12'
unset arrow
set logscale x
set xtics ('10^{-7}' 1e-7, '10^{-6}' 1e-6, '10^{-5}' 1e-5, '10^{-4}' 1e-4)
set xrange [1e-07:0.0001]
plot table skip 1 every ::0::23 using ((valid(26) && valid(28) && column(26) == 0) ? column(28) : 1e-07):(height(-0.14, (valid(26) && valid(28) && column(26) == 0))):((valid(26) && valid(28) && column(26) == 0) ? 1e-07 * 1.05 - column(28) : 0):(0) with vectors head size screen 0.008,20 linestyle 1, \
     table skip 1 every ::0::23 using (((valid(26) && column(26) > 0) && valid(27) && valid(28)) ? column(27) : 1e-07):(height(-0.14, ((valid(26) && column(26) > 0) && valid(27) && valid(28)))):(((valid(26) && column(26) > 0) && valid(27) && valid(28)) ? column(28) - column(27) : 0):(0) with vectors nohead linestyle 1, \
     table skip 1 every ::0::23 using ((valid(26) && column(26) > 0) ? column(26) : 1e-07):(height(-0.14, (valid(26) && column(26) > 0))) with points linestyle 1 pointtype 6, \
     table skip 1 every ::0::23 using ((valid(26) && valid(30) && column(26) == 0) ? column(30) : 1e-07):(height(0.14, (valid(26) && valid(30) && column(26) == 0))):((valid(26) && valid(30) && column(26) == 0) ? 1e-07 * 1.05 - column(30) : 0):(0) with vectors head size screen 0.008,20 linestyle 2, \
     table skip 1 every ::0::23 using (((valid(26) && column(26) > 0) && valid(29) && valid(30)) ? column(29) : 1e-07):(height(0.14, ((valid(26) && column(26) > 0) && valid(29) && valid(30)))):(((valid(26) && column(26) > 0) && valid(29) && valid(30)) ? column(30) - column(29) : 0):(0) with vectors nohead linestyle 2, \
     table skip 1 every ::0::23 using ((valid(26) && column(26) > 0) ? column(26) : 1e-07):(height(0.14, (valid(26) && column(26) > 0))) with points linestyle 2 pointtype 7
unset label
unset multiplot
set terminal pngcairo size 1800,3668 background '#ffffff' font 'sans,12' fontscale 2 linewidth 2 pointscale 2
set output 'compare.png'
set multiplot
set label 'conventions: conventions main, appendix, figures' noenhanced font ',15' at screen 0.5, screen down(24) center
set label 'Event: first step in B_1(alpha = 0.03, epsilon1 = 3, epsilon2 = 0.1, C = 12), balance spectral.' at screen 0.5, screen down(48.0) center noenhanced font ',11'
set label '95 % intervals. Left, open: all chains as independent; filled: by pairs. Right, open: exact; filled: allowing' at screen 0.5, screen down(66.0) center noenhanced font ',11'
set label 'for bursts; arrow: no exit, the rate is below its base.' at screen 0.5, screen down(84.0) center noenhanced font ',11'
set label 'sgd, convention = figures,' at screen across(14.0), screen down(152.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.25,' at screen across(14.0), screen down(170.0) left noenhanced font ',11'
set label 'network.depth = 3, schedule.0.et…' at screen across(14.0), screen down(188.0) left noenhanced font ',11'
set label 'gd, convention = figures,' at screen across(14.0), screen down(220.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.25,' at screen across(14.0), screen down(238.0) left noenhanced font ',11'
set label 'network.depth = 3, schedule.0.et…' at screen across(14.0), screen down(256.0) left noenhanced font ',11'
set label 'sgd, convention = appendix,' at screen across(14.0), screen down(288.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.25,' at screen across(14.0), screen down(306.0) left noenhanced font ',11'
set label 'network.depth = 3, schedule.0.et…' at screen across(14.0), screen down(324.0) left noenhanced font ',11'
set label 'gd, convention = appendix,' at screen across(14.0), screen down(356.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.25,' at screen across(14.0), screen down(374.0) left noenhanced font ',11'
set label 'network.depth = 3, schedule.0.et…' at screen across(14.0), screen down(392.0) left noenhanced font ',11'
set label 'sgd, convention = main,' at screen across(14.0), screen down(424.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.25,' at screen across(14.0), screen down(442.0) left noenhanced font ',11'
set label 'network.depth = 3, schedule.0.et…' at screen across(14.0), screen down(460.0) left noenhanced font ',11'
set label 'gd, convention = main,' at screen across(14.0), screen down(492.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.25,' at screen across(14.0), screen down(510.0) left noenhanced font ',11'
set label 'network.depth = 3, schedule.0.et…' at screen across(14.0), screen down(528.0) left noenhanced font ',11'
set label 'sgd, convention = figures,' at screen across(14.0), screen down(560.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.1,' at screen across(14.0), screen down(578.0) left noenhanced font ',11'
set label 'network.depth = 3, schedule.0.et…' at screen across(14.0), screen down(596.0) left noenhanced font ',11'
set label 'gd, convention = figures,' at screen across(14.0), screen down(628.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.1,' at screen across(14.0), screen down(646.0) left noenhanced font ',11'
set label 'network.depth = 3, schedule.0.et…' at screen across(14.0), screen down(664.0) left noenhanced font ',11'
set label 'sgd, convention = appendix,' at screen across(14.0), screen down(696.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.1,' at screen across(14.0), screen down(714.0) left noenhanced font ',11'
set label 'network.depth = 3, schedule.0.et…' at screen across(14.0), screen down(732.0) left noenhanced font ',11'
set label 'gd, convention = appendix,' at screen across(14.0), screen down(764.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.1,' at screen across(14.0), screen down(782.0) left noenhanced font ',11'
set label 'network.depth = 3, schedule.0.et…' at screen across(14.0), screen down(800.0) left noenhanced font ',11'
set label 'sgd, convention = main,' at screen across(14.0), screen down(832.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.1,' at screen across(14.0), screen down(850.0) left noenhanced font ',11'
set label 'network.depth = 3, schedule.0.et…' at screen across(14.0), screen down(868.0) left noenhanced font ',11'
set label 'gd, convention = main,' at screen across(14.0), screen down(900.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.1,' at screen across(14.0), screen down(918.0) left noenhanced font ',11'
set label 'network.depth = 3, schedule.0.et…' at screen across(14.0), screen down(936.0) left noenhanced font ',11'
set label 'sgd, convention = figures,' at screen across(14.0), screen down(968.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.1,' at screen across(14.0), screen down(986.0) left noenhanced font ',11'
set label 'network.depth = 4, schedule.0.et…' at screen across(14.0), screen down(1004.0) left noenhanced font ',11'
set label 'gd, convention = figures,' at screen across(14.0), screen down(1036.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.1,' at screen across(14.0), screen down(1054.0) left noenhanced font ',11'
set label 'network.depth = 4, schedule.0.et…' at screen across(14.0), screen down(1072.0) left noenhanced font ',11'
set label 'sgd, convention = appendix,' at screen across(14.0), screen down(1104.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.1,' at screen across(14.0), screen down(1122.0) left noenhanced font ',11'
set label 'network.depth = 4, schedule.0.et…' at screen across(14.0), screen down(1140.0) left noenhanced font ',11'
set label 'gd, convention = appendix,' at screen across(14.0), screen down(1172.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.1,' at screen across(14.0), screen down(1190.0) left noenhanced font ',11'
set label 'network.depth = 4, schedule.0.et…' at screen across(14.0), screen down(1208.0) left noenhanced font ',11'
set label 'sgd, convention = main,' at screen across(14.0), screen down(1240.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.1,' at screen across(14.0), screen down(1258.0) left noenhanced font ',11'
set label 'network.depth = 4, schedule.0.et…' at screen across(14.0), screen down(1276.0) left noenhanced font ',11'
set label 'gd, convention = main,' at screen across(14.0), screen down(1308.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.1,' at screen across(14.0), screen down(1326.0) left noenhanced font ',11'
set label 'network.depth = 4, schedule.0.et…' at screen across(14.0), screen down(1344.0) left noenhanced font ',11'
set label 'sgd, convention = figures,' at screen across(14.0), screen down(1376.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.2,' at screen across(14.0), screen down(1394.0) left noenhanced font ',11'
set label 'network.depth = 3, schedule.0.et…' at screen across(14.0), screen down(1412.0) left noenhanced font ',11'
set label 'gd, convention = figures,' at screen across(14.0), screen down(1444.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.2,' at screen across(14.0), screen down(1462.0) left noenhanced font ',11'
set label 'network.depth = 3, schedule.0.et…' at screen across(14.0), screen down(1480.0) left noenhanced font ',11'
set label 'sgd, convention = appendix,' at screen across(14.0), screen down(1512.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.2,' at screen across(14.0), screen down(1530.0) left noenhanced font ',11'
set label 'network.depth = 3, schedule.0.et…' at screen across(14.0), screen down(1548.0) left noenhanced font ',11'
set label 'gd, convention = appendix,' at screen across(14.0), screen down(1580.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.2,' at screen across(14.0), screen down(1598.0) left noenhanced font ',11'
set label 'network.depth = 3, schedule.0.et…' at screen across(14.0), screen down(1616.0) left noenhanced font ',11'
set label 'sgd, convention = main,' at screen across(14.0), screen down(1648.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.2,' at screen across(14.0), screen down(1666.0) left noenhanced font ',11'
set label 'network.depth = 3, schedule.0.et…' at screen across(14.0), screen down(1684.0) left noenhanced font ',11'
set label 'gd, convention = main,' at screen across(14.0), screen down(1716.0) left noenhanced font ',11'
set label 'problem.two-by-two.epsilon = 0.2,' at screen across(14.0), screen down(1734.0) left noenhanced font ',11'
set label 'network.depth = 3, schedule.0.et…' at screen across(14.0), screen down(1752.0) left noenhanced font ',11'
set lmargin at screen across(320.7594000000001)
set rmargin at screen across(577.3797)
set title 'How much later than the reference' noenhanced font ',13'
set xlabel 'Difference of restricted means (steps)' noenhanced font ',10'
unset logscale x
set xrange [-902.7214334861128:18951.753639689814]
set xtics ('0' 0.0, '5000' 5000.0, '10000' 10000.0, '15000' 15000.0)
set arrow from 0, graph 0 to 0, graph 1 nohead linecolor rgb '#444444' dashtype (20,12) linewidth 1
plot table skip 1 every ::0::23 using ((valid(10) && valid(11) && valid(12)) ? column(11) : -902.7214334861128):(height(-0.14, (valid(10) && valid(11) && valid(12)))):((valid(10) && valid(11) && valid(12)) ? column(12) - column(11) : 0):(0) with vectors nohead linestyle 1, \
     table skip 1 every ::0::23 using (valid(10) ? column(10) : -902.7214334861128):(height(-0.14, valid(10))) with points linestyle 1 pointtype 6, \
     table skip 1 every ::0::23 using ((valid(13) && valid(14) && valid(15)) ? column(14) : -902.7214334861128):(height(0.14, (valid(13) && valid(14) && valid(15)))):((valid(13) && valid(14) && valid(15)) ? column(15) - column(14) : 0):(0) with vectors nohead linestyle 2, \
     table skip 1 every ::0::23 using (valid(13) ? column(13) : -902.7214334861128):(height(0.14, valid(13))) with points linestyle 2 pointtype 7
unset label
set lmargin at screen across(619.3797)
set rmargin at screen across(875.9999999999999)
set title 'How often out again' noenhanced font ',13'
set xlabel 'Exits per step inside' noenhanced font ',12'
unset arrow
set logscale x
set xtics ('10^{-7}' 1e-7, '10^{-6}' 1e-6, '10^{-5}' 1e-5, '10^{-4}' 1e-4)
set xrange [1e-07:0.0001]
plot table skip 1 every ::0::23 using ((valid(26) && valid(28) && column(26) == 0) ? column(28) : 1e-07):(height(-0.14, (valid(26) && valid(28) && column(26) == 0))):((valid(26) && valid(28) && column(26) == 0) ? 1e-07 * 1.05 - column(28) : 0):(0) with vectors head size screen 0.008,20 linestyle 1, \
     table skip 1 every ::0::23 using (((valid(26) && column(26) > 0) && valid(27) && valid(28)) ? column(27) : 1e-07):(height(-0.14, ((valid(26) && column(26) > 0) && valid(27) && valid(28)))):(((valid(26) && column(26) > 0) && valid(27) && valid(28)) ? column(28) - column(27) : 0):(0) with vectors nohead linestyle 1, \
     table skip 1 every ::0::23 using ((valid(26) && column(26) > 0) ? column(26) : 1e-07):(height(-0.14, (valid(26) && column(26) > 0))) with points linestyle 1 pointtype 6, \
     table skip 1 every ::0::23 using ((valid(26) && valid(30) && column(26) == 0) ? column(30) : 1e-07):(height(0.14, (valid(26) && valid(30) && column(26) == 0))):((valid(26) && valid(30) && column(26) == 0) ? 1e-07 * 1.05 - column(30) : 0):(0) with vectors head size screen 0.008,20 linestyle 2, \
     table skip 1 every ::0::23 using (((valid(26) && column(26) > 0) && valid(29) && valid(30)) ? column(29) : 1e-07):(height(0.14, ((valid(26) && column(26) > 0) && valid(29) && valid(30)))):(((valid(26) && column(26) > 0) && valid(29) && valid(30)) ? column(30) - column(29) : 0):(0) with vectors nohead linestyle 2, \
     table skip 1 every ::0::23 using ((valid(26) && column(26) > 0) ? column(26) : 1e-07):(height(0.14, (valid(26) && column(26) > 0))) with points linestyle 2 pointtype 7
unset label
unset multiplot
unset output
