# Draw this picture again with:  gnuplot compare.gp
# Reads compare.csv in the same folder; writes compare.svg and compare.png.

set macros
set datafile separator comma
set datafile commentschars ''
table = 'compare.csv'


# Places in points from the left and from the top.
across(x) = x / 900.0
down(y) = 1 - y / 1220.0
set tmargin at screen down(154.0)
set bmargin at screen down(1154.0)
set border 3 linecolor rgb '#444444'
set format '%g'
set tics nomirror out font ',11'
set grid linecolor rgb '#e4e4e4' linetype 1 linewidth 0.6
unset key
set border 1
unset ytics
set yrange [20 - 0.5:-0.5]
# The height of a row of the table, of two series the first a little higher; and what is not there, outside of the picture.
height(shift, isThere) = isThere ? column(0) + shift : -9

# The colours of Okabe and Ito; after eight they come again, dashed. Words in darker ones.
set style line 1 linecolor rgb '#0072B2' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
set style line 2 linecolor rgb '#D55E00' dashtype 1 linewidth 1.8 pointtype 1 pointsize 0.9
array ink[2] = ['#0072B2', '#C24E00']
set style fill transparent solid 0.18 noborder

set terminal svg size 900,1220 dynamic background '#ffffff' font 'Helvetica,Arial,sans-serif,12' fontscale 1.33
set output 'compare.svg'
set multiplot
set label 'langevin-basins: convention figures' noenhanced font ',15' at screen 0.5, screen down(24) center
set label 'Event: first look into the basin of B_1(alpha = 0.03, epsilon1 = 0.3, epsilon2 = 0.1, C = 3), balance' at screen 0.5, screen down(48.0) center noenhanced font ',11'
set label 'spectral; gradient descent is followed to its rest every 480 steps, and 5 looks in a row must agree.' at screen 0.5, screen down(66.0) center noenhanced font ',11'
set label '95 % intervals. Left, open: all chains as independent; filled: by pairs. Right, open: exact; filled: allowing' at screen 0.5, screen down(84.0) center noenhanced font ',11'
set label 'for bursts; arrow: no exit, the rate is below its base.' at screen 0.5, screen down(102.0) center noenhanced font ',11'
set label 'gd, network.width = 2' at screen across(14.0), screen down(179.0) left noenhanced font ',11'
set label 'sgd, network.width = 2' at screen across(14.0), screen down(229.0) left noenhanced font ',11'
set label 'sgd-batch(2), network.width = 2' at screen across(14.0), screen down(279.0) left noenhanced font ',11'
set label 'sgd-shuffled, network.width = 2' at screen across(14.0), screen down(329.0) left noenhanced font ',11'
set label 'gaussian-matched, network.width =' at screen across(14.0), screen down(370.0) left noenhanced font ',11'
set label '2' at screen across(14.0), screen down(388.0) left noenhanced font ',11'
set label 'gaussian-matched(substeps: 4),' at screen across(14.0), screen down(420.0) left noenhanced font ',11'
set label 'network.width = 2' at screen across(14.0), screen down(438.0) left noenhanced font ',11'
set label 'gaussian-frozen, network.width = 2' at screen across(14.0), screen down(479.0) left noenhanced font ',11'
set label 'gaussian-frozen(substeps: 4),' at screen across(14.0), screen down(520.0) left noenhanced font ',11'
set label 'network.width = 2' at screen across(14.0), screen down(538.0) left noenhanced font ',11'
set label 'langevin(temperature: matched),' at screen across(14.0), screen down(570.0) left noenhanced font ',11'
set label 'network.width = 2' at screen across(14.0), screen down(588.0) left noenhanced font ',11'
set label 'langevin(temperature: matched,' at screen across(14.0), screen down(620.0) left noenhanced font ',11'
set label 'substeps: 4), network.width = 2' at screen across(14.0), screen down(638.0) left noenhanced font ',11'
set label 'gd, network.width = 10' at screen across(14.0), screen down(679.0) left noenhanced font ',11'
set label 'sgd, network.width = 10' at screen across(14.0), screen down(729.0) left noenhanced font ',11'
set label 'sgd-batch(2), network.width = 10' at screen across(14.0), screen down(779.0) left noenhanced font ',11'
set label 'sgd-shuffled, network.width = 10' at screen across(14.0), screen down(829.0) left noenhanced font ',11'
set label 'gaussian-matched, network.width =' at screen across(14.0), screen down(870.0) left noenhanced font ',11'
set label '10' at screen across(14.0), screen down(888.0) left noenhanced font ',11'
set label 'gaussian-matched(substeps: 4),' at screen across(14.0), screen down(920.0) left noenhanced font ',11'
set label 'network.width = 10' at screen across(14.0), screen down(938.0) left noenhanced font ',11'
set label 'gaussian-frozen, network.width = 10' at screen across(14.0), screen down(979.0) left noenhanced font ',11'
set label 'gaussian-frozen(substeps: 4),' at screen across(14.0), screen down(1020.0) left noenhanced font ',11'
set label 'network.width = 10' at screen across(14.0), screen down(1038.0) left noenhanced font ',11'
set label 'langevin(temperature: matched),' at screen across(14.0), screen down(1070.0) left noenhanced font ',11'
set label 'network.width = 10' at screen across(14.0), screen down(1088.0) left noenhanced font ',11'
set label 'langevin(temperature: matched,' at screen across(14.0), screen down(1120.0) left noenhanced font ',11'
set label 'substeps: 4), network.width = 10' at screen across(14.0), screen down(1138.0) left noenhanced font ',11'
set lmargin at screen across(328.2411)
set rmargin at screen across(581.1205500000001)
set title 'How much later than the reference' noenhanced font ',12'
set xlabel 'Difference of restricted means (steps)' noenhanced font ',10'
unset logscale x
set xrange [-4780.219109250765:12610.757093355847]
set xtics ('-4000' -4000.0, '0' 0.0, '4000' 4000.0, '8000' 8000.0, '12000' 12000.0)
set arrow from 0, graph 0 to 0, graph 1 nohead linecolor rgb '#444444' dashtype (20,12) linewidth 1
plot table skip 1 every ::0::19 using ((valid(10) && valid(11) && valid(12)) ? column(11) : -4780.219109250765):(height(-0.14, (valid(10) && valid(11) && valid(12)))):((valid(10) && valid(11) && valid(12)) ? column(12) - column(11) : 0):(0) with vectors nohead linestyle 1, \
     table skip 1 every ::0::19 using (valid(10) ? column(10) : -4780.219109250765):(height(-0.14, valid(10))) with points linestyle 1 pointtype 6, \
     table skip 1 every ::0::19 using ((valid(13) && valid(14) && valid(15)) ? column(14) : -4780.219109250765):(height(0.14, (valid(13) && valid(14) && valid(15)))):((valid(13) && valid(14) && valid(15)) ? column(15) - column(14) : 0):(0) with vectors nohead linestyle 2, \
     table skip 1 every ::0::19 using (valid(13) ? column(13) : -4780.219109250765):(height(0.14, valid(13))) with points linestyle 2 pointtype 7
unset label
set lmargin at screen across(623.1205500000001)
set rmargin at screen across(876.0000000000001)
set title 'How often out again' noenhanced font ',13'
set xlabel 'Exits per step inside' noenhanced font ',12'
unset arrow
set logscale x
set format x '10^{%L}'
set xtics autofreq
set xrange [1e-09:0.0001]
plot table skip 1 every ::0::19 using ((valid(26) && valid(28) && column(26) == 0) ? column(28) : 1e-09):(height(-0.14, (valid(26) && valid(28) && column(26) == 0))):((valid(26) && valid(28) && column(26) == 0) ? 1e-09 * 1.05 - column(28) : 0):(0) with vectors head size screen 0.008,20 linestyle 1, \
     table skip 1 every ::0::19 using (((valid(26) && column(26) > 0) && valid(27) && valid(28)) ? column(27) : 1e-09):(height(-0.14, ((valid(26) && column(26) > 0) && valid(27) && valid(28)))):(((valid(26) && column(26) > 0) && valid(27) && valid(28)) ? column(28) - column(27) : 0):(0) with vectors nohead linestyle 1, \
     table skip 1 every ::0::19 using ((valid(26) && column(26) > 0) ? column(26) : 1e-09):(height(-0.14, (valid(26) && column(26) > 0))) with points linestyle 1 pointtype 6, \
     table skip 1 every ::0::19 using ((valid(26) && valid(30) && column(26) == 0) ? column(30) : 1e-09):(height(0.14, (valid(26) && valid(30) && column(26) == 0))):((valid(26) && valid(30) && column(26) == 0) ? 1e-09 * 1.05 - column(30) : 0):(0) with vectors head size screen 0.008,20 linestyle 2, \
     table skip 1 every ::0::19 using (((valid(26) && column(26) > 0) && valid(29) && valid(30)) ? column(29) : 1e-09):(height(0.14, ((valid(26) && column(26) > 0) && valid(29) && valid(30)))):(((valid(26) && column(26) > 0) && valid(29) && valid(30)) ? column(30) - column(29) : 0):(0) with vectors nohead linestyle 2, \
     table skip 1 every ::0::19 using ((valid(26) && column(26) > 0) ? column(26) : 1e-09):(height(0.14, (valid(26) && column(26) > 0))) with points linestyle 2 pointtype 7
unset label
unset multiplot
set terminal pngcairo size 1800,2440 background '#ffffff' font 'sans,12' fontscale 2 linewidth 2 pointscale 2
set output 'compare.png'
set multiplot
set label 'langevin-basins: convention figures' noenhanced font ',15' at screen 0.5, screen down(24) center
set label 'Event: first look into the basin of B_1(alpha = 0.03, epsilon1 = 0.3, epsilon2 = 0.1, C = 3), balance' at screen 0.5, screen down(48.0) center noenhanced font ',11'
set label 'spectral; gradient descent is followed to its rest every 480 steps, and 5 looks in a row must agree.' at screen 0.5, screen down(66.0) center noenhanced font ',11'
set label '95 % intervals. Left, open: all chains as independent; filled: by pairs. Right, open: exact; filled: allowing' at screen 0.5, screen down(84.0) center noenhanced font ',11'
set label 'for bursts; arrow: no exit, the rate is below its base.' at screen 0.5, screen down(102.0) center noenhanced font ',11'
set label 'gd, network.width = 2' at screen across(14.0), screen down(179.0) left noenhanced font ',11'
set label 'sgd, network.width = 2' at screen across(14.0), screen down(229.0) left noenhanced font ',11'
set label 'sgd-batch(2), network.width = 2' at screen across(14.0), screen down(279.0) left noenhanced font ',11'
set label 'sgd-shuffled, network.width = 2' at screen across(14.0), screen down(329.0) left noenhanced font ',11'
set label 'gaussian-matched, network.width =' at screen across(14.0), screen down(370.0) left noenhanced font ',11'
set label '2' at screen across(14.0), screen down(388.0) left noenhanced font ',11'
set label 'gaussian-matched(substeps: 4),' at screen across(14.0), screen down(420.0) left noenhanced font ',11'
set label 'network.width = 2' at screen across(14.0), screen down(438.0) left noenhanced font ',11'
set label 'gaussian-frozen, network.width = 2' at screen across(14.0), screen down(479.0) left noenhanced font ',11'
set label 'gaussian-frozen(substeps: 4),' at screen across(14.0), screen down(520.0) left noenhanced font ',11'
set label 'network.width = 2' at screen across(14.0), screen down(538.0) left noenhanced font ',11'
set label 'langevin(temperature: matched),' at screen across(14.0), screen down(570.0) left noenhanced font ',11'
set label 'network.width = 2' at screen across(14.0), screen down(588.0) left noenhanced font ',11'
set label 'langevin(temperature: matched,' at screen across(14.0), screen down(620.0) left noenhanced font ',11'
set label 'substeps: 4), network.width = 2' at screen across(14.0), screen down(638.0) left noenhanced font ',11'
set label 'gd, network.width = 10' at screen across(14.0), screen down(679.0) left noenhanced font ',11'
set label 'sgd, network.width = 10' at screen across(14.0), screen down(729.0) left noenhanced font ',11'
set label 'sgd-batch(2), network.width = 10' at screen across(14.0), screen down(779.0) left noenhanced font ',11'
set label 'sgd-shuffled, network.width = 10' at screen across(14.0), screen down(829.0) left noenhanced font ',11'
set label 'gaussian-matched, network.width =' at screen across(14.0), screen down(870.0) left noenhanced font ',11'
set label '10' at screen across(14.0), screen down(888.0) left noenhanced font ',11'
set label 'gaussian-matched(substeps: 4),' at screen across(14.0), screen down(920.0) left noenhanced font ',11'
set label 'network.width = 10' at screen across(14.0), screen down(938.0) left noenhanced font ',11'
set label 'gaussian-frozen, network.width = 10' at screen across(14.0), screen down(979.0) left noenhanced font ',11'
set label 'gaussian-frozen(substeps: 4),' at screen across(14.0), screen down(1020.0) left noenhanced font ',11'
set label 'network.width = 10' at screen across(14.0), screen down(1038.0) left noenhanced font ',11'
set label 'langevin(temperature: matched),' at screen across(14.0), screen down(1070.0) left noenhanced font ',11'
set label 'network.width = 10' at screen across(14.0), screen down(1088.0) left noenhanced font ',11'
set label 'langevin(temperature: matched,' at screen across(14.0), screen down(1120.0) left noenhanced font ',11'
set label 'substeps: 4), network.width = 10' at screen across(14.0), screen down(1138.0) left noenhanced font ',11'
set lmargin at screen across(328.2411)
set rmargin at screen across(581.1205500000001)
set title 'How much later than the reference' noenhanced font ',12'
set xlabel 'Difference of restricted means (steps)' noenhanced font ',10'
unset logscale x
set xrange [-4780.219109250765:12610.757093355847]
set xtics ('-4000' -4000.0, '0' 0.0, '4000' 4000.0, '8000' 8000.0, '12000' 12000.0)
set arrow from 0, graph 0 to 0, graph 1 nohead linecolor rgb '#444444' dashtype (20,12) linewidth 1
plot table skip 1 every ::0::19 using ((valid(10) && valid(11) && valid(12)) ? column(11) : -4780.219109250765):(height(-0.14, (valid(10) && valid(11) && valid(12)))):((valid(10) && valid(11) && valid(12)) ? column(12) - column(11) : 0):(0) with vectors nohead linestyle 1, \
     table skip 1 every ::0::19 using (valid(10) ? column(10) : -4780.219109250765):(height(-0.14, valid(10))) with points linestyle 1 pointtype 6, \
     table skip 1 every ::0::19 using ((valid(13) && valid(14) && valid(15)) ? column(14) : -4780.219109250765):(height(0.14, (valid(13) && valid(14) && valid(15)))):((valid(13) && valid(14) && valid(15)) ? column(15) - column(14) : 0):(0) with vectors nohead linestyle 2, \
     table skip 1 every ::0::19 using (valid(13) ? column(13) : -4780.219109250765):(height(0.14, valid(13))) with points linestyle 2 pointtype 7
unset label
set lmargin at screen across(623.1205500000001)
set rmargin at screen across(876.0000000000001)
set title 'How often out again' noenhanced font ',13'
set xlabel 'Exits per step inside' noenhanced font ',12'
unset arrow
set logscale x
set format x '10^{%L}'
set xtics autofreq
set xrange [1e-09:0.0001]
plot table skip 1 every ::0::19 using ((valid(26) && valid(28) && column(26) == 0) ? column(28) : 1e-09):(height(-0.14, (valid(26) && valid(28) && column(26) == 0))):((valid(26) && valid(28) && column(26) == 0) ? 1e-09 * 1.05 - column(28) : 0):(0) with vectors head size screen 0.008,20 linestyle 1, \
     table skip 1 every ::0::19 using (((valid(26) && column(26) > 0) && valid(27) && valid(28)) ? column(27) : 1e-09):(height(-0.14, ((valid(26) && column(26) > 0) && valid(27) && valid(28)))):(((valid(26) && column(26) > 0) && valid(27) && valid(28)) ? column(28) - column(27) : 0):(0) with vectors nohead linestyle 1, \
     table skip 1 every ::0::19 using ((valid(26) && column(26) > 0) ? column(26) : 1e-09):(height(-0.14, (valid(26) && column(26) > 0))) with points linestyle 1 pointtype 6, \
     table skip 1 every ::0::19 using ((valid(26) && valid(30) && column(26) == 0) ? column(30) : 1e-09):(height(0.14, (valid(26) && valid(30) && column(26) == 0))):((valid(26) && valid(30) && column(26) == 0) ? 1e-09 * 1.05 - column(30) : 0):(0) with vectors head size screen 0.008,20 linestyle 2, \
     table skip 1 every ::0::19 using (((valid(26) && column(26) > 0) && valid(29) && valid(30)) ? column(29) : 1e-09):(height(0.14, ((valid(26) && column(26) > 0) && valid(29) && valid(30)))):(((valid(26) && column(26) > 0) && valid(29) && valid(30)) ? column(30) - column(29) : 0):(0) with vectors nohead linestyle 2, \
     table skip 1 every ::0::19 using ((valid(26) && column(26) > 0) ? column(26) : 1e-09):(height(0.14, (valid(26) && column(26) > 0))) with points linestyle 2 pointtype 7
unset label
unset multiplot
unset output
