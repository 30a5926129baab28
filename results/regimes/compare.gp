# Draw this picture again with:  gnuplot compare.gp
# Reads compare.csv in the same folder; writes compare.svg and compare.png.

set macros
set datafile separator comma
set datafile commentschars ''
table = 'compare.csv'


# Places in points from the left and from the top.
across(x) = x / 900.0
down(y) = 1 - y / 2220.0
set tmargin at screen down(154.0)
set bmargin at screen down(2154.0)
set border 3 linecolor rgb '#444444'
set format '%g'
set tics nomirror out font ',11'
set grid linecolor rgb '#e4e4e4' linetype 1 linewidth 0.6
unset key
set border 1
unset ytics
set yrange [40 - 0.5:-0.5]
# The height of a row of the table, of two series the first a little higher; and what is not there, outside of the picture.
height(shift, isThere) = isThere ? column(0) + shift : -9

# The colours of Okabe and Ito; after eight they come again, dashed. Words in darker ones.
set style line 1 linecolor rgb '#0072B2' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
set style line 2 linecolor rgb '#D55E00' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
array ink[2] = ['#0072B2', '#C24E00']
set style fill transparent solid 0.18 noborder

set terminal svg size 900,2220 dynamic background '#ffffff' font 'Helvetica,Arial,sans-serif,12' fontscale 1.33
set output 'compare.svg'
set multiplot
set label 'regimes: convention figures' noenhanced font ',15' at screen 0.5, screen down(24) center
set label 'Event: first step in B_1(alpha = 0.03, epsilon1 = 3, epsilon2 = 0.1, C = 12), balance spectral.' at screen 0.5, screen down(48.0) center noenhanced font ',11'
set label '95 % intervals. Left, open: all chains as independent; filled: by pairs. Right, open: exact; filled: allowing' at screen 0.5, screen down(66.0) center noenhanced font ',11'
set label 'for bursts; arrow: no exit, the rate is below its base. What has no interval, such as arms in which nobody' at screen 0.5, screen down(84.0) center noenhanced font ',11'
set label 'entered, is not drawn. The first 40 of 416 arms are drawn.' at screen 0.5, screen down(102.0) center noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(170.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.003' at screen across(14.0), screen down(188.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(220.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.003' at screen across(14.0), screen down(238.0) left noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(270.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.006' at screen across(14.0), screen down(288.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(320.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.006' at screen across(14.0), screen down(338.0) left noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(370.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.01' at screen across(14.0), screen down(388.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(420.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.01' at screen across(14.0), screen down(438.0) left noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(470.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.02' at screen across(14.0), screen down(488.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(520.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.02' at screen across(14.0), screen down(538.0) left noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(570.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.03' at screen across(14.0), screen down(588.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(620.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.03' at screen across(14.0), screen down(638.0) left noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(670.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.05' at screen across(14.0), screen down(688.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(720.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.05' at screen across(14.0), screen down(738.0) left noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(770.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.06' at screen across(14.0), screen down(788.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(820.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.06' at screen across(14.0), screen down(838.0) left noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(870.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.07' at screen across(14.0), screen down(888.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(920.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.07' at screen across(14.0), screen down(938.0) left noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(970.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.08' at screen across(14.0), screen down(988.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(1020.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.08' at screen across(14.0), screen down(1038.0) left noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(1070.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.09' at screen across(14.0), screen down(1088.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(1120.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.09' at screen across(14.0), screen down(1138.0) left noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(1170.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.1' at screen across(14.0), screen down(1188.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(1220.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.1' at screen across(14.0), screen down(1238.0) left noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(1270.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.11' at screen across(14.0), screen down(1288.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(1320.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.11' at screen across(14.0), screen down(1338.0) left noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(1370.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.12' at screen across(14.0), screen down(1388.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(1420.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.12' at screen across(14.0), screen down(1438.0) left noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(1470.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.15' at screen across(14.0), screen down(1488.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(1520.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.15' at screen across(14.0), screen down(1538.0) left noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(1570.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.2' at screen across(14.0), screen down(1588.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(1620.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.2' at screen across(14.0), screen down(1638.0) left noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(1670.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.3' at screen across(14.0), screen down(1688.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(1720.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.3' at screen across(14.0), screen down(1738.0) left noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.03,' at screen across(14.0), screen down(1770.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.003' at screen across(14.0), screen down(1788.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.03,' at screen across(14.0), screen down(1820.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.003' at screen across(14.0), screen down(1838.0) left noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.03,' at screen across(14.0), screen down(1870.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.006' at screen across(14.0), screen down(1888.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.03,' at screen across(14.0), screen down(1920.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.006' at screen across(14.0), screen down(1938.0) left noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.03,' at screen across(14.0), screen down(1970.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.01' at screen across(14.0), screen down(1988.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.03,' at screen across(14.0), screen down(2020.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.01' at screen across(14.0), screen down(2038.0) left noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.03,' at screen across(14.0), screen down(2070.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.02' at screen across(14.0), screen down(2088.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.03,' at screen across(14.0), screen down(2120.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.02' at screen across(14.0), screen down(2138.0) left noenhanced font ',11'
set lmargin at screen across(252.69060000000007)
set rmargin at screen across(543.3453)
set title 'How much later than the reference' noenhanced font ',13'
set xlabel 'Difference of restricted means (steps)' noenhanced font ',11'
unset logscale x
set xrange [-1771.3026197310655:697.3026197310656]
set xtics ('-1500' -1500.0, '-1000' -1000.0, '-500' -500.0, '0' 0.0, '500' 500.0)
set arrow from 0, graph 0 to 0, graph 1 nohead linecolor rgb '#444444' dashtype (20,12) linewidth 1
plot table skip 1 every ::0::39 using ((valid(10) && valid(11) && valid(12)) ? column(11) : -1771.3026197310655):(height(-0.14, (valid(10) && valid(11) && valid(12)))):((valid(10) && valid(11) && valid(12)) ? column(12) - column(11) : 0):(0) with vectors nohead linestyle 1, \
     table skip 1 every ::0::39 using ((valid(10) && valid(11) && valid(12)) ? column(10) : -1771.3026197310655):(height(-0.14, (valid(10) && valid(11) && valid(12)))) with points linestyle 1 pointtype 6, \
     table skip 1 every ::0::39 using ((valid(13) && valid(14) && valid(15)) ? column(14) : -1771.3026197310655):(height(0.14, (valid(13) && valid(14) && valid(15)))):((valid(13) && valid(14) && valid(15)) ? column(15) - column(14) : 0):(0) with vectors nohead linestyle 2, \
     table skip 1 every ::0::39 using ((valid(13) && valid(14) && valid(15)) ? column(13) : -1771.3026197310655):(height(0.14, (valid(13) && valid(14) && valid(15)))) with points linestyle 2 pointtype 7
unset label
set lmargin at screen across(585.3453)
set rmargin at screen across(875.9999999999999)
set title 'How often the rank rises again' noenhanced font ',13'
set xlabel 'Exits by rank per step inside' noenhanced font ',12'
unset arrow
set logscale x
set xtics ('10^{-7}' 1e-7, '10^{-6}' 1e-6, '10^{-5}' 1e-5, '10^{-4}' 1e-4, '10^{-3}' 1e-3)
set xrange [1e-07:0.001]
plot table skip 1 every ::0::39 using ((valid(28) && valid(30) && column(28) == 0) ? column(30) : 1e-07):(height(-0.14, (valid(28) && valid(30) && column(28) == 0))):((valid(28) && valid(30) && column(28) == 0) ? 1e-07 * 1.05 - column(30) : 0):(0) with vectors head size screen 0.008,20 linestyle 1, \
     table skip 1 every ::0::39 using (((valid(28) && column(28) > 0) && valid(29) && valid(30)) ? column(29) : 1e-07):(height(-0.14, ((valid(28) && column(28) > 0) && valid(29) && valid(30)))):(((valid(28) && column(28) > 0) && valid(29) && valid(30)) ? column(30) - column(29) : 0):(0) with vectors nohead linestyle 1, \
     table skip 1 every ::0::39 using ((valid(28) && column(28) > 0) ? column(28) : 1e-07):(height(-0.14, (valid(28) && column(28) > 0))) with points linestyle 1 pointtype 6, \
     table skip 1 every ::0::39 using ((valid(28) && valid(32) && column(28) == 0) ? column(32) : 1e-07):(height(0.14, (valid(28) && valid(32) && column(28) == 0))):((valid(28) && valid(32) && column(28) == 0) ? 1e-07 * 1.05 - column(32) : 0):(0) with vectors head size screen 0.008,20 linestyle 2, \
     table skip 1 every ::0::39 using (((valid(28) && column(28) > 0) && valid(31) && valid(32)) ? column(31) : 1e-07):(height(0.14, ((valid(28) && column(28) > 0) && valid(31) && valid(32)))):(((valid(28) && column(28) > 0) && valid(31) && valid(32)) ? column(32) - column(31) : 0):(0) with vectors nohead linestyle 2, \
     table skip 1 every ::0::39 using ((valid(28) && column(28) > 0) ? column(28) : 1e-07):(height(0.14, (valid(28) && column(28) > 0))) with points linestyle 2 pointtype 7
unset label
unset multiplot
set terminal pngcairo size 1800,4440 background '#ffffff' font 'sans,12' fontscale 2 linewidth 2 pointscale 2
set output 'compare.png'
set multiplot
set label 'regimes: convention figures' noenhanced font ',15' at screen 0.5, screen down(24) center
set label 'Event: first step in B_1(alpha = 0.03, epsilon1 = 3, epsilon2 = 0.1, C = 12), balance spectral.' at screen 0.5, screen down(48.0) center noenhanced font ',11'
set label '95 % intervals. Left, open: all chains as independent; filled: by pairs. Right, open: exact; filled: allowing' at screen 0.5, screen down(66.0) center noenhanced font ',11'
set label 'for bursts; arrow: no exit, the rate is below its base. What has no interval, such as arms in which nobody' at screen 0.5, screen down(84.0) center noenhanced font ',11'
set label 'entered, is not drawn. The first 40 of 416 arms are drawn.' at screen 0.5, screen down(102.0) center noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(170.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.003' at screen across(14.0), screen down(188.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(220.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.003' at screen across(14.0), screen down(238.0) left noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(270.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.006' at screen across(14.0), screen down(288.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(320.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.006' at screen across(14.0), screen down(338.0) left noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(370.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.01' at screen across(14.0), screen down(388.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(420.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.01' at screen across(14.0), screen down(438.0) left noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(470.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.02' at screen across(14.0), screen down(488.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(520.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.02' at screen across(14.0), screen down(538.0) left noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(570.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.03' at screen across(14.0), screen down(588.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(620.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.03' at screen across(14.0), screen down(638.0) left noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(670.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.05' at screen across(14.0), screen down(688.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(720.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.05' at screen across(14.0), screen down(738.0) left noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(770.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.06' at screen across(14.0), screen down(788.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(820.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.06' at screen across(14.0), screen down(838.0) left noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(870.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.07' at screen across(14.0), screen down(888.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(920.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.07' at screen across(14.0), screen down(938.0) left noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(970.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.08' at screen across(14.0), screen down(988.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(1020.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.08' at screen across(14.0), screen down(1038.0) left noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(1070.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.09' at screen across(14.0), screen down(1088.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(1120.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.09' at screen across(14.0), screen down(1138.0) left noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(1170.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.1' at screen across(14.0), screen down(1188.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(1220.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.1' at screen across(14.0), screen down(1238.0) left noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(1270.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.11' at screen across(14.0), screen down(1288.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(1320.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.11' at screen across(14.0), screen down(1338.0) left noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(1370.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.12' at screen across(14.0), screen down(1388.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(1420.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.12' at screen across(14.0), screen down(1438.0) left noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(1470.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.15' at screen across(14.0), screen down(1488.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(1520.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.15' at screen across(14.0), screen down(1538.0) left noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(1570.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.2' at screen across(14.0), screen down(1588.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(1620.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.2' at screen across(14.0), screen down(1638.0) left noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(1670.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.3' at screen across(14.0), screen down(1688.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.02,' at screen across(14.0), screen down(1720.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.3' at screen across(14.0), screen down(1738.0) left noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.03,' at screen across(14.0), screen down(1770.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.003' at screen across(14.0), screen down(1788.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.03,' at screen across(14.0), screen down(1820.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.003' at screen across(14.0), screen down(1838.0) left noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.03,' at screen across(14.0), screen down(1870.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.006' at screen across(14.0), screen down(1888.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.03,' at screen across(14.0), screen down(1920.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.006' at screen across(14.0), screen down(1938.0) left noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.03,' at screen across(14.0), screen down(1970.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.01' at screen across(14.0), screen down(1988.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.03,' at screen across(14.0), screen down(2020.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.01' at screen across(14.0), screen down(2038.0) left noenhanced font ',11'
set label 'sgd, schedule.1.eta = 0.03,' at screen across(14.0), screen down(2070.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.02' at screen across(14.0), screen down(2088.0) left noenhanced font ',11'
set label 'gd, schedule.1.eta = 0.03,' at screen across(14.0), screen down(2120.0) left noenhanced font ',11'
set label 'schedule.1.lambda = 0.02' at screen across(14.0), screen down(2138.0) left noenhanced font ',11'
set lmargin at screen across(252.69060000000007)
set rmargin at screen across(543.3453)
set title 'How much later than the reference' noenhanced font ',13'
set xlabel 'Difference of restricted means (steps)' noenhanced font ',11'
unset logscale x
set xrange [-1771.3026197310655:697.3026197310656]
set xtics ('-1500' -1500.0, '-1000' -1000.0, '-500' -500.0, '0' 0.0, '500' 500.0)
set arrow from 0, graph 0 to 0, graph 1 nohead linecolor rgb '#444444' dashtype (20,12) linewidth 1
plot table skip 1 every ::0::39 using ((valid(10) && valid(11) && valid(12)) ? column(11) : -1771.3026197310655):(height(-0.14, (valid(10) && valid(11) && valid(12)))):((valid(10) && valid(11) && valid(12)) ? column(12) - column(11) : 0):(0) with vectors nohead linestyle 1, \
     table skip 1 every ::0::39 using ((valid(10) && valid(11) && valid(12)) ? column(10) : -1771.3026197310655):(height(-0.14, (valid(10) && valid(11) && valid(12)))) with points linestyle 1 pointtype 6, \
     table skip 1 every ::0::39 using ((valid(13) && valid(14) && valid(15)) ? column(14) : -1771.3026197310655):(height(0.14, (valid(13) && valid(14) && valid(15)))):((valid(13) && valid(14) && valid(15)) ? column(15) - column(14) : 0):(0) with vectors nohead linestyle 2, \
     table skip 1 every ::0::39 using ((valid(13) && valid(14) && valid(15)) ? column(13) : -1771.3026197310655):(height(0.14, (valid(13) && valid(14) && valid(15)))) with points linestyle 2 pointtype 7
unset label
set lmargin at screen across(585.3453)
set rmargin at screen across(875.9999999999999)
set title 'How often the rank rises again' noenhanced font ',13'
set xlabel 'Exits by rank per step inside' noenhanced font ',12'
unset arrow
set logscale x
set xtics ('10^{-7}' 1e-7, '10^{-6}' 1e-6, '10^{-5}' 1e-5, '10^{-4}' 1e-4, '10^{-3}' 1e-3)
set xrange [1e-07:0.001]
plot table skip 1 every ::0::39 using ((valid(28) && valid(30) && column(28) == 0) ? column(30) : 1e-07):(height(-0.14, (valid(28) && valid(30) && column(28) == 0))):((valid(28) && valid(30) && column(28) == 0) ? 1e-07 * 1.05 - column(30) : 0):(0) with vectors head size screen 0.008,20 linestyle 1, \
     table skip 1 every ::0::39 using (((valid(28) && column(28) > 0) && valid(29) && valid(30)) ? column(29) : 1e-07):(height(-0.14, ((valid(28) && column(28) > 0) && valid(29) && valid(30)))):(((valid(28) && column(28) > 0) && valid(29) && valid(30)) ? column(30) - column(29) : 0):(0) with vectors nohead linestyle 1, \
     table skip 1 every ::0::39 using ((valid(28) && column(28) > 0) ? column(28) : 1e-07):(height(-0.14, (valid(28) && column(28) > 0))) with points linestyle 1 pointtype 6, \
     table skip 1 every ::0::39 using ((valid(28) && valid(32) && column(28) == 0) ? column(32) : 1e-07):(height(0.14, (valid(28) && valid(32) && column(28) == 0))):((valid(28) && valid(32) && column(28) == 0) ? 1e-07 * 1.05 - column(32) : 0):(0) with vectors head size screen 0.008,20 linestyle 2, \
     table skip 1 every ::0::39 using (((valid(28) && column(28) > 0) && valid(31) && valid(32)) ? column(31) : 1e-07):(height(0.14, ((valid(28) && column(28) > 0) && valid(31) && valid(32)))):(((valid(28) && column(28) > 0) && valid(31) && valid(32)) ? column(32) - column(31) : 0):(0) with vectors nohead linestyle 2, \
     table skip 1 every ::0::39 using ((valid(28) && column(28) > 0) ? column(28) : 1e-07):(height(0.14, (valid(28) && column(28) > 0))) with points linestyle 2 pointtype 7
unset label
unset multiplot
unset output
