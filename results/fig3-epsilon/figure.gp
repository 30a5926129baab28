# Draw this picture again with:  gnuplot figure.gp
# Reads figure.csv and figure-success.csv in the same folder; writes figure.svg and figure.png.

set macros
set datafile separator comma
set datafile commentschars ''


# Places in points from the left and from the top.
across(x) = x / 900.0
down(y) = 1 - y / 719.0
set tmargin at screen down(102.0)
set bmargin at screen down(452.0)
set border 3 linecolor rgb '#444444'
set format '%g'
set tics nomirror out font ',11'
set grid linecolor rgb '#e4e4e4' linetype 1 linewidth 0.6
unset key
set style fill transparent solid 0.25 noborder

set terminal svg size 900,719 dynamic background '#ffffff' font 'Helvetica,Arial,sans-serif,12' fontscale 1.33
set output 'figure.svg'
set multiplot
set label 'Figure 3: annealing over epsilon, fig3-epsilon, convention figures' noenhanced font ',15' at screen 0.5, screen down(24) center
set label 'Test error after t0 noisy steps and 4000 quiet ones, over that of zeros in the missing entry.' at screen 0.5, screen down(48.0) center noenhanced font ',11'
set arrow from screen across(14.0), screen down(533.0) to screen across(42.0), screen down(533.0) nohead linecolor rgb '#8a8a8a' linewidth 1.8
set label 'sgd, t0 = 0' at screen across(50.0), screen down(533.0) left noenhanced textcolor rgb '#5c5c5c' font ',11'
set arrow from screen across(14.0), screen down(553.0) to screen across(42.0), screen down(553.0) nohead linecolor rgb '#CC79A7' linewidth 1.8
set label 'sgd, t0 = 1000' at screen across(50.0), screen down(553.0) left noenhanced textcolor rgb '#A8497C' font ',11'
set arrow from screen across(14.0), screen down(573.0) to screen across(42.0), screen down(573.0) nohead linecolor rgb '#56B4E9' linewidth 1.8
set label 'sgd, t0 = 3000' at screen across(50.0), screen down(573.0) left noenhanced textcolor rgb '#1F7FB8' font ',11'
set arrow from screen across(14.0), screen down(593.0) to screen across(42.0), screen down(593.0) nohead linecolor rgb '#009E73' linewidth 1.8
set label 'sgd, t0 = 7500' at screen across(50.0), screen down(593.0) left noenhanced textcolor rgb '#007A5A' font ',11'
set arrow from screen across(14.0), screen down(613.0) to screen across(42.0), screen down(613.0) nohead linecolor rgb '#E69F00' linewidth 1.8
set label 'sgd, t0 = 15000' at screen across(50.0), screen down(613.0) left noenhanced textcolor rgb '#A06E00' font ',11'
set arrow from screen across(14.0), screen down(633.0) to screen across(42.0), screen down(633.0) nohead linecolor rgb '#D55E00' linewidth 1.8
set label 'sgd, t0 = 30000' at screen across(50.0), screen down(633.0) left noenhanced textcolor rgb '#C24E00' font ',11'
set arrow from screen across(14.0), screen down(653.0) to screen across(42.0), screen down(653.0) nohead linecolor rgb '#000000' linewidth 1.8 dashtype (14,7)
set label 'gd, t0 = 30000' at screen across(50.0), screen down(653.0) left noenhanced textcolor rgb '#000000' font ',11'
set arrow from screen across(14.0), screen down(673.0) to screen across(42.0), screen down(673.0) nohead linecolor rgb '#444444' dashtype (20,12) linewidth 1
set label 'Below: the rank-1 solution is recovered' at screen across(50.0), screen down(673.0) left noenhanced textcolor rgb '#000000' font ',11'
set arrow from screen across(464.0), screen down(533.0) to screen across(492.0), screen down(533.0) nohead linecolor rgb '#8a8a8a' linewidth 1.8
set label 'sgd, t0 = 0' at screen across(500.0), screen down(533.0) left noenhanced textcolor rgb '#5c5c5c' font ',11'
set arrow from screen across(464.0), screen down(553.0) to screen across(492.0), screen down(553.0) nohead linecolor rgb '#CC79A7' linewidth 1.8
set label 'sgd, t0 = 1000' at screen across(500.0), screen down(553.0) left noenhanced textcolor rgb '#A8497C' font ',11'
set arrow from screen across(464.0), screen down(573.0) to screen across(492.0), screen down(573.0) nohead linecolor rgb '#56B4E9' linewidth 1.8
set label 'sgd, t0 = 3000' at screen across(500.0), screen down(573.0) left noenhanced textcolor rgb '#1F7FB8' font ',11'
set arrow from screen across(464.0), screen down(593.0) to screen across(492.0), screen down(593.0) nohead linecolor rgb '#009E73' linewidth 1.8
set label 'sgd, t0 = 7500' at screen across(500.0), screen down(593.0) left noenhanced textcolor rgb '#007A5A' font ',11'
set arrow from screen across(464.0), screen down(613.0) to screen across(492.0), screen down(613.0) nohead linecolor rgb '#E69F00' linewidth 1.8
set label 'sgd, t0 = 15000' at screen across(500.0), screen down(613.0) left noenhanced textcolor rgb '#A06E00' font ',11'
set arrow from screen across(464.0), screen down(633.0) to screen across(492.0), screen down(633.0) nohead linecolor rgb '#D55E00' linewidth 1.8
set label 'sgd, t0 = 30000' at screen across(500.0), screen down(633.0) left noenhanced textcolor rgb '#C24E00' font ',11'
set arrow from screen across(464.0), screen down(653.0) to screen across(492.0), screen down(653.0) nohead linecolor rgb '#000000' linewidth 1.8 dashtype (14,7)
set label 'gd, t0 = 30000' at screen across(500.0), screen down(653.0) left noenhanced textcolor rgb '#000000' font ',11'
set arrow from screen across(464.0), screen down(673.0) to screen across(492.0), screen down(673.0) nohead linecolor rgb '#D55E00' linewidth 1.8 dashtype (14,7)
set label 'sgd, t0 = 30000: rank 1 at the end, whatever' at screen across(500.0), screen down(673.0) left noenhanced textcolor rgb '#C24E00' font ',11'
set label 'the test error' at screen across(500.0), screen down(691.0) left noenhanced textcolor rgb '#C24E00' font ',11'
set lmargin at screen across(92.0)
set rmargin at screen across(426.0)
set title 'Median of the normalised test error' noenhanced font ',13' offset 0,-0.3
set xlabel 'epsilon' noenhanced font ',12'
set ylabel 'Test error / that of zeros' noenhanced font ',12'
set logscale x
set xrange [0.045454545454545456:1.1]
set xtics ('0.05' 0.05, '0.1' 0.1, '0.2' 0.2, '0.5' 0.5, '1' 1.0)
set logscale y
set yrange [1e-06:1.6]
set ytics ('10^{-6}' 1e-6, '10^{-5}' 1e-5, '10^{-4}' 1e-4, '10^{-3}' 1e-3, '10^{-2}' 1e-2, '10^{-1}' 1e-1, '10^{0}' 1e0)
set arrow from graph 0, first 0.1 to graph 1, first 0.1 nohead linecolor rgb '#444444' dashtype (20,12) linewidth 1
plot 'figure.csv' skip 1 every 1::0::10 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(3)):(column(4) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(4)):(column(5) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(5)) with yerrorbars linecolor rgb '#8a8a8a' linewidth 1.8 pointtype 7 pointsize 0.6, \
     'figure.csv' skip 1 every 1::0::10 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(3)) with lines linecolor rgb '#8a8a8a' linewidth 1.8, \
     'figure.csv' skip 1 every 1::11::21 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(3)):(column(4) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(4)):(column(5) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(5)) with yerrorbars linecolor rgb '#CC79A7' linewidth 1.8 pointtype 7 pointsize 0.6, \
     'figure.csv' skip 1 every 1::11::21 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(3)) with lines linecolor rgb '#CC79A7' linewidth 1.8, \
     'figure.csv' skip 1 every 1::22::32 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(3)):(column(4) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(4)):(column(5) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(5)) with yerrorbars linecolor rgb '#56B4E9' linewidth 1.8 pointtype 7 pointsize 0.6, \
     'figure.csv' skip 1 every 1::22::32 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(3)) with lines linecolor rgb '#56B4E9' linewidth 1.8, \
     'figure.csv' skip 1 every 1::33::43 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(3)):(column(4) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(4)):(column(5) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(5)) with yerrorbars linecolor rgb '#009E73' linewidth 1.8 pointtype 7 pointsize 0.6, \
     'figure.csv' skip 1 every 1::33::43 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(3)) with lines linecolor rgb '#009E73' linewidth 1.8, \
     'figure.csv' skip 1 every 1::44::54 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(3)):(column(4) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(4)):(column(5) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(5)) with yerrorbars linecolor rgb '#E69F00' linewidth 1.8 pointtype 7 pointsize 0.6, \
     'figure.csv' skip 1 every 1::44::54 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(3)) with lines linecolor rgb '#E69F00' linewidth 1.8, \
     'figure.csv' skip 1 every 1::55::65 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(3)):(column(4) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(4)):(column(5) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(5)) with yerrorbars linecolor rgb '#D55E00' linewidth 1.8 pointtype 7 pointsize 0.6, \
     'figure.csv' skip 1 every 1::55::65 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(3)) with lines linecolor rgb '#D55E00' linewidth 1.8, \
     'figure.csv' skip 1 every 1::66::76 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(3)):(column(4) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(4)):(column(5) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(5)) with yerrorbars linecolor rgb '#000000' linewidth 1.8 pointtype 7 pointsize 0.6, \
     'figure.csv' skip 1 every 1::66::76 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(3)) with lines linecolor rgb '#000000' linewidth 1.8 dashtype (14,7)
unset label
unset arrow
unset object
set lmargin at screen across(542.0)
set rmargin at screen across(876.0)
set title 'Share of the chains that recover it' noenhanced font ',13' offset 0,-0.3
set xlabel 'epsilon' noenhanced font ',12'
set ylabel 'Share of chains' noenhanced font ',12'
set logscale x
set xrange [0.045454545454545456:1.1]
set xtics ('0.05' 0.05, '0.1' 0.1, '0.2' 0.2, '0.5' 0.5, '1' 1.0)
unset logscale y
set yrange [0.0:1.0]
set ytics ('0' 0.0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8, '1' 1.0)
plot 'figure-success.csv' skip 1 every 1::0::10 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3)):(column(4)):(column(5)) with yerrorbars linecolor rgb '#8a8a8a' linewidth 1.8 pointtype 7 pointsize 0.6, \
     'figure-success.csv' skip 1 every 1::0::10 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3)) with lines linecolor rgb '#8a8a8a' linewidth 1.8, \
     'figure-success.csv' skip 1 every 1::11::21 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3)):(column(4)):(column(5)) with yerrorbars linecolor rgb '#CC79A7' linewidth 1.8 pointtype 7 pointsize 0.6, \
     'figure-success.csv' skip 1 every 1::11::21 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3)) with lines linecolor rgb '#CC79A7' linewidth 1.8, \
     'figure-success.csv' skip 1 every 1::22::32 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3)):(column(4)):(column(5)) with yerrorbars linecolor rgb '#56B4E9' linewidth 1.8 pointtype 7 pointsize 0.6, \
     'figure-success.csv' skip 1 every 1::22::32 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3)) with lines linecolor rgb '#56B4E9' linewidth 1.8, \
     'figure-success.csv' skip 1 every 1::33::43 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3)):(column(4)):(column(5)) with yerrorbars linecolor rgb '#009E73' linewidth 1.8 pointtype 7 pointsize 0.6, \
     'figure-success.csv' skip 1 every 1::33::43 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3)) with lines linecolor rgb '#009E73' linewidth 1.8, \
     'figure-success.csv' skip 1 every 1::44::54 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3)):(column(4)):(column(5)) with yerrorbars linecolor rgb '#E69F00' linewidth 1.8 pointtype 7 pointsize 0.6, \
     'figure-success.csv' skip 1 every 1::44::54 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3)) with lines linecolor rgb '#E69F00' linewidth 1.8, \
     'figure-success.csv' skip 1 every 1::55::65 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3)):(column(4)):(column(5)) with yerrorbars linecolor rgb '#D55E00' linewidth 1.8 pointtype 7 pointsize 0.6, \
     'figure-success.csv' skip 1 every 1::55::65 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3)) with lines linecolor rgb '#D55E00' linewidth 1.8, \
     'figure-success.csv' skip 1 every 1::66::76 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3)):(column(4)):(column(5)) with yerrorbars linecolor rgb '#000000' linewidth 1.8 pointtype 7 pointsize 0.6, \
     'figure-success.csv' skip 1 every 1::66::76 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3)) with lines linecolor rgb '#000000' linewidth 1.8 dashtype (14,7), \
     'figure-success.csv' skip 1 every 1::77::87 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3)) with lines linecolor rgb '#D55E00' linewidth 1.8 dashtype (14,7)
unset label
unset arrow
unset object
unset multiplot
set terminal pngcairo size 1800,1438 background '#ffffff' font 'sans,12' fontscale 2 linewidth 2 pointscale 2
set output 'figure.png'
set multiplot
set label 'Figure 3: annealing over epsilon, fig3-epsilon, convention figures' noenhanced font ',15' at screen 0.5, screen down(24) center
set label 'Test error after t0 noisy steps and 4000 quiet ones, over that of zeros in the missing entry.' at screen 0.5, screen down(48.0) center noenhanced font ',11'
set arrow from screen across(14.0), screen down(533.0) to screen across(42.0), screen down(533.0) nohead linecolor rgb '#8a8a8a' linewidth 1.8
set label 'sgd, t0 = 0' at screen across(50.0), screen down(533.0) left noenhanced textcolor rgb '#5c5c5c' font ',11'
set arrow from screen across(14.0), screen down(553.0) to screen across(42.0), screen down(553.0) nohead linecolor rgb '#CC79A7' linewidth 1.8
set label 'sgd, t0 = 1000' at screen across(50.0), screen down(553.0) left noenhanced textcolor rgb '#A8497C' font ',11'
set arrow from screen across(14.0), screen down(573.0) to screen across(42.0), screen down(573.0) nohead linecolor rgb '#56B4E9' linewidth 1.8
set label 'sgd, t0 = 3000' at screen across(50.0), screen down(573.0) left noenhanced textcolor rgb '#1F7FB8' font ',11'
set arrow from screen across(14.0), screen down(593.0) to screen across(42.0), screen down(593.0) nohead linecolor rgb '#009E73' linewidth 1.8
set label 'sgd, t0 = 7500' at screen across(50.0), screen down(593.0) left noenhanced textcolor rgb '#007A5A' font ',11'
set arrow from screen across(14.0), screen down(613.0) to screen across(42.0), screen down(613.0) nohead linecolor rgb '#E69F00' linewidth 1.8
set label 'sgd, t0 = 15000' at screen across(50.0), screen down(613.0) left noenhanced textcolor rgb '#A06E00' font ',11'
set arrow from screen across(14.0), screen down(633.0) to screen across(42.0), screen down(633.0) nohead linecolor rgb '#D55E00' linewidth 1.8
set label 'sgd, t0 = 30000' at screen across(50.0), screen down(633.0) left noenhanced textcolor rgb '#C24E00' font ',11'
set arrow from screen across(14.0), screen down(653.0) to screen across(42.0), screen down(653.0) nohead linecolor rgb '#000000' linewidth 1.8 dashtype (14,7)
set label 'gd, t0 = 30000' at screen across(50.0), screen down(653.0) left noenhanced textcolor rgb '#000000' font ',11'
set arrow from screen across(14.0), screen down(673.0) to screen across(42.0), screen down(673.0) nohead linecolor rgb '#444444' dashtype (20,12) linewidth 1
set label 'Below: the rank-1 solution is recovered' at screen across(50.0), screen down(673.0) left noenhanced textcolor rgb '#000000' font ',11'
set arrow from screen across(464.0), screen down(533.0) to screen across(492.0), screen down(533.0) nohead linecolor rgb '#8a8a8a' linewidth 1.8
set label 'sgd, t0 = 0' at screen across(500.0), screen down(533.0) left noenhanced textcolor rgb '#5c5c5c' font ',11'
set arrow from screen across(464.0), screen down(553.0) to screen across(492.0), screen down(553.0) nohead linecolor rgb '#CC79A7' linewidth 1.8
set label 'sgd, t0 = 1000' at screen across(500.0), screen down(553.0) left noenhanced textcolor rgb '#A8497C' font ',11'
set arrow from screen across(464.0), screen down(573.0) to screen across(492.0), screen down(573.0) nohead linecolor rgb '#56B4E9' linewidth 1.8
set label 'sgd, t0 = 3000' at screen across(500.0), screen down(573.0) left noenhanced textcolor rgb '#1F7FB8' font ',11'
set arrow from screen across(464.0), screen down(593.0) to screen across(492.0), screen down(593.0) nohead linecolor rgb '#009E73' linewidth 1.8
set label 'sgd, t0 = 7500' at screen across(500.0), screen down(593.0) left noenhanced textcolor rgb '#007A5A' font ',11'
set arrow from screen across(464.0), screen down(613.0) to screen across(492.0), screen down(613.0) nohead linecolor rgb '#E69F00' linewidth 1.8
set label 'sgd, t0 = 15000' at screen across(500.0), screen down(613.0) left noenhanced textcolor rgb '#A06E00' font ',11'
set arrow from screen across(464.0), screen down(633.0) to screen across(492.0), screen down(633.0) nohead linecolor rgb '#D55E00' linewidth 1.8
set label 'sgd, t0 = 30000' at screen across(500.0), screen down(633.0) left noenhanced textcolor rgb '#C24E00' font ',11'
set arrow from screen across(464.0), screen down(653.0) to screen across(492.0), screen down(653.0) nohead linecolor rgb '#000000' linewidth 1.8 dashtype (14,7)
set label 'gd, t0 = 30000' at screen across(500.0), screen down(653.0) left noenhanced textcolor rgb '#000000' font ',11'
set arrow from screen across(464.0), screen down(673.0) to screen across(492.0), screen down(673.0) nohead linecolor rgb '#D55E00' linewidth 1.8 dashtype (14,7)
set label 'sgd, t0 = 30000: rank 1 at the end, whatever' at screen across(500.0), screen down(673.0) left noenhanced textcolor rgb '#C24E00' font ',11'
set label 'the test error' at screen across(500.0), screen down(691.0) left noenhanced textcolor rgb '#C24E00' font ',11'
set lmargin at screen across(92.0)
set rmargin at screen across(426.0)
set title 'Median of the normalised test error' noenhanced font ',13' offset 0,-0.3
set xlabel 'epsilon' noenhanced font ',12'
set ylabel 'Test error / that of zeros' noenhanced font ',12'
set logscale x
set xrange [0.045454545454545456:1.1]
set xtics ('0.05' 0.05, '0.1' 0.1, '0.2' 0.2, '0.5' 0.5, '1' 1.0)
set logscale y
set yrange [1e-06:1.6]
set ytics ('10^{-6}' 1e-6, '10^{-5}' 1e-5, '10^{-4}' 1e-4, '10^{-3}' 1e-3, '10^{-2}' 1e-2, '10^{-1}' 1e-1, '10^{0}' 1e0)
set arrow from graph 0, first 0.1 to graph 1, first 0.1 nohead linecolor rgb '#444444' dashtype (20,12) linewidth 1
plot 'figure.csv' skip 1 every 1::0::10 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(3)):(column(4) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(4)):(column(5) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(5)) with yerrorbars linecolor rgb '#8a8a8a' linewidth 1.8 pointtype 7 pointsize 0.6, \
     'figure.csv' skip 1 every 1::0::10 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(3)) with lines linecolor rgb '#8a8a8a' linewidth 1.8, \
     'figure.csv' skip 1 every 1::11::21 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(3)):(column(4) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(4)):(column(5) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(5)) with yerrorbars linecolor rgb '#CC79A7' linewidth 1.8 pointtype 7 pointsize 0.6, \
     'figure.csv' skip 1 every 1::11::21 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(3)) with lines linecolor rgb '#CC79A7' linewidth 1.8, \
     'figure.csv' skip 1 every 1::22::32 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(3)):(column(4) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(4)):(column(5) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(5)) with yerrorbars linecolor rgb '#56B4E9' linewidth 1.8 pointtype 7 pointsize 0.6, \
     'figure.csv' skip 1 every 1::22::32 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(3)) with lines linecolor rgb '#56B4E9' linewidth 1.8, \
     'figure.csv' skip 1 every 1::33::43 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(3)):(column(4) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(4)):(column(5) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(5)) with yerrorbars linecolor rgb '#009E73' linewidth 1.8 pointtype 7 pointsize 0.6, \
     'figure.csv' skip 1 every 1::33::43 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(3)) with lines linecolor rgb '#009E73' linewidth 1.8, \
     'figure.csv' skip 1 every 1::44::54 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(3)):(column(4) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(4)):(column(5) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(5)) with yerrorbars linecolor rgb '#E69F00' linewidth 1.8 pointtype 7 pointsize 0.6, \
     'figure.csv' skip 1 every 1::44::54 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(3)) with lines linecolor rgb '#E69F00' linewidth 1.8, \
     'figure.csv' skip 1 every 1::55::65 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(3)):(column(4) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(4)):(column(5) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(5)) with yerrorbars linecolor rgb '#D55E00' linewidth 1.8 pointtype 7 pointsize 0.6, \
     'figure.csv' skip 1 every 1::55::65 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(3)) with lines linecolor rgb '#D55E00' linewidth 1.8, \
     'figure.csv' skip 1 every 1::66::76 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(3)):(column(4) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(4)):(column(5) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(5)) with yerrorbars linecolor rgb '#000000' linewidth 1.8 pointtype 7 pointsize 0.6, \
     'figure.csv' skip 1 every 1::66::76 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3) < 9.999999999999999e-10 ? 9.999999999999999e-10 : column(3)) with lines linecolor rgb '#000000' linewidth 1.8 dashtype (14,7)
unset label
unset arrow
unset object
set lmargin at screen across(542.0)
set rmargin at screen across(876.0)
set title 'Share of the chains that recover it' noenhanced font ',13' offset 0,-0.3
set xlabel 'epsilon' noenhanced font ',12'
set ylabel 'Share of chains' noenhanced font ',12'
set logscale x
set xrange [0.045454545454545456:1.1]
set xtics ('0.05' 0.05, '0.1' 0.1, '0.2' 0.2, '0.5' 0.5, '1' 1.0)
unset logscale y
set yrange [0.0:1.0]
set ytics ('0' 0.0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8, '1' 1.0)
plot 'figure-success.csv' skip 1 every 1::0::10 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3)):(column(4)):(column(5)) with yerrorbars linecolor rgb '#8a8a8a' linewidth 1.8 pointtype 7 pointsize 0.6, \
     'figure-success.csv' skip 1 every 1::0::10 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3)) with lines linecolor rgb '#8a8a8a' linewidth 1.8, \
     'figure-success.csv' skip 1 every 1::11::21 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3)):(column(4)):(column(5)) with yerrorbars linecolor rgb '#CC79A7' linewidth 1.8 pointtype 7 pointsize 0.6, \
     'figure-success.csv' skip 1 every 1::11::21 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3)) with lines linecolor rgb '#CC79A7' linewidth 1.8, \
     'figure-success.csv' skip 1 every 1::22::32 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3)):(column(4)):(column(5)) with yerrorbars linecolor rgb '#56B4E9' linewidth 1.8 pointtype 7 pointsize 0.6, \
     'figure-success.csv' skip 1 every 1::22::32 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3)) with lines linecolor rgb '#56B4E9' linewidth 1.8, \
     'figure-success.csv' skip 1 every 1::33::43 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3)):(column(4)):(column(5)) with yerrorbars linecolor rgb '#009E73' linewidth 1.8 pointtype 7 pointsize 0.6, \
     'figure-success.csv' skip 1 every 1::33::43 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3)) with lines linecolor rgb '#009E73' linewidth 1.8, \
     'figure-success.csv' skip 1 every 1::44::54 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3)):(column(4)):(column(5)) with yerrorbars linecolor rgb '#E69F00' linewidth 1.8 pointtype 7 pointsize 0.6, \
     'figure-success.csv' skip 1 every 1::44::54 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3)) with lines linecolor rgb '#E69F00' linewidth 1.8, \
     'figure-success.csv' skip 1 every 1::55::65 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3)):(column(4)):(column(5)) with yerrorbars linecolor rgb '#D55E00' linewidth 1.8 pointtype 7 pointsize 0.6, \
     'figure-success.csv' skip 1 every 1::55::65 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3)) with lines linecolor rgb '#D55E00' linewidth 1.8, \
     'figure-success.csv' skip 1 every 1::66::76 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3)):(column(4)):(column(5)) with yerrorbars linecolor rgb '#000000' linewidth 1.8 pointtype 7 pointsize 0.6, \
     'figure-success.csv' skip 1 every 1::66::76 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3)) with lines linecolor rgb '#000000' linewidth 1.8 dashtype (14,7), \
     'figure-success.csv' skip 1 every 1::77::87 using (column(2) < 4.545454545454546e-05 ? 4.545454545454546e-05 : column(2)):(column(3)) with lines linecolor rgb '#D55E00' linewidth 1.8 dashtype (14,7)
unset label
unset arrow
unset object
unset multiplot
unset output
