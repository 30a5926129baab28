# Draw this picture again with:  gnuplot figure.gp
# Reads figure-paths.csv and figure.csv in the same folder; writes figure.svg and figure.png.

set macros
set datafile separator comma
set datafile commentschars ''


# Places in points from the left and from the top.
across(x) = x / 900.0
down(y) = 1 - y / 637.0
set tmargin at screen down(102.0)
set bmargin at screen down(452.0)
set border 3 linecolor rgb '#444444'
set format '%g'
set tics nomirror out font ',11'
set grid linecolor rgb '#e4e4e4' linetype 1 linewidth 0.6
unset key
set style fill transparent solid 0.25 noborder

set terminal svg size 900,637 dynamic background '#ffffff' font 'Helvetica,Arial,sans-serif,12' fontscale 1.33
set output 'figure.svg'
set multiplot
set label 'Figure 4: a periodic schedule, fig4-periodic, convention figures' noenhanced font ',15' at screen 0.5, screen down(24) center
set label 'Left: the first chains, in the paper''s form. Right: 4000 chains.' at screen 0.5, screen down(48.0) center noenhanced font ',11'
set arrow from screen across(14.0), screen down(533.0) to screen across(42.0), screen down(533.0) nohead linecolor rgb '#0072B2' linewidth 1.8
set label 'Test error of 5 chains' at screen across(50.0), screen down(533.0) left noenhanced textcolor rgb '#0072B2' font ',11'
set object rectangle from screen across(14.0), screen down(547.0) to screen across(42.0), screen down(559.0) fillcolor rgb '#ececec' fillstyle solid 1 noborder
set label 'Noisy halves: large eta and lambda' at screen across(50.0), screen down(553.0) left noenhanced textcolor rgb '#000000' font ',11'
set object rectangle from screen across(464.0), screen down(528.0) to screen across(492.0), screen down(538.0) fillcolor rgb '#0072B2' fillstyle solid 0.75 noborder
set label 'Chains that enter B_1 in the half' at screen across(500.0), screen down(533.0) left noenhanced textcolor rgb '#0072B2' font ',11'
set arrow from screen across(464.0), screen down(553.0) to screen across(492.0), screen down(553.0) nohead linecolor rgb '#D55E00' linewidth 1.8
set label '' at screen across(478.0), screen down(553.0) point linecolor rgb '#D55E00' linewidth 1.8 pointtype 7 pointsize 0.6
set label 'Chains that end the quiet half with a low test' at screen across(500.0), screen down(553.0) left noenhanced textcolor rgb '#C24E00' font ',11'
set label 'error, of those that have not diverged (exact 95' at screen across(500.0), screen down(571.0) left noenhanced textcolor rgb '#C24E00' font ',11'
set label '% intervals)' at screen across(500.0), screen down(589.0) left noenhanced textcolor rgb '#C24E00' font ',11'
set object rectangle from screen across(464.0), screen down(603.0) to screen across(492.0), screen down(615.0) fillcolor rgb '#ececec' fillstyle solid 1 noborder
set label 'Noisy halves' at screen across(500.0), screen down(609.0) left noenhanced textcolor rgb '#000000' font ',11'
set lmargin at screen across(92.0)
set rmargin at screen across(426.0)
set title 'Test error of single chains' noenhanced font ',13' offset 0,-0.3
set xlabel 'Step' noenhanced font ',12'
set ylabel 'Test error' noenhanced font ',12'
unset logscale x
set xrange [0.0:12000.0]
set xtics ('0' 0.0, '4000' 4000.0, '8000' 8000.0, '12000' 12000.0)
set logscale y
set yrange [0.1:54.23031156192009]
set ytics ('10^{-1}' 1e-1, '10^{0}' 1e0, '10^{1}' 1e1)
set object rectangle from first 1000.0, graph 0 to first 2000.0, graph 1 behind fillcolor rgb '#ececec' fillstyle solid 1 noborder
set object rectangle from first 3000.0, graph 0 to first 4000.0, graph 1 behind fillcolor rgb '#ececec' fillstyle solid 1 noborder
set object rectangle from first 5000.0, graph 0 to first 6000.0, graph 1 behind fillcolor rgb '#ececec' fillstyle solid 1 noborder
set object rectangle from first 7000.0, graph 0 to first 8000.0, graph 1 behind fillcolor rgb '#ececec' fillstyle solid 1 noborder
set object rectangle from first 9000.0, graph 0 to first 10000.0, graph 1 behind fillcolor rgb '#ececec' fillstyle solid 1 noborder
set object rectangle from first 11000.0, graph 0 to first 12000.0, graph 1 behind fillcolor rgb '#ececec' fillstyle solid 1 noborder
plot 'figure-paths.csv' skip 1 every 1::0::480 using (column(2)):(column(3) < 0.0001 ? 0.0001 : column(3)) with lines linecolor rgb '#0072B2' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::481::961 using (column(2)):(column(3) < 0.0001 ? 0.0001 : column(3)) with lines linecolor rgb '#D55E00' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::962::1442 using (column(2)):(column(3) < 0.0001 ? 0.0001 : column(3)) with lines linecolor rgb '#009E73' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::1443::1923 using (column(2)):(column(3) < 0.0001 ? 0.0001 : column(3)) with lines linecolor rgb '#CC79A7' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::1924::2404 using (column(2)):(column(3) < 0.0001 ? 0.0001 : column(3)) with lines linecolor rgb '#E69F00' linewidth 1.8
unset label
unset arrow
unset object
set lmargin at screen across(542.0)
set rmargin at screen across(876.0)
set title 'Jumps by half, and settling' noenhanced font ',13' offset 0,-0.3
set xlabel 'Step' noenhanced font ',12'
set ylabel 'Share of chains' noenhanced font ',12'
unset logscale x
set xrange [0.0:13260.0]
set xtics ('0' 0.0, '4000' 4000.0, '8000' 8000.0, '12000' 12000.0)
unset logscale y
set yrange [0.0:1.0]
set ytics ('0' 0.0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8, '1' 1.0)
set object rectangle from first 1000.0, graph 0 to first 2000.0, graph 1 behind fillcolor rgb '#ececec' fillstyle solid 1 noborder
set object rectangle from first 3000.0, graph 0 to first 4000.0, graph 1 behind fillcolor rgb '#ececec' fillstyle solid 1 noborder
set object rectangle from first 5000.0, graph 0 to first 6000.0, graph 1 behind fillcolor rgb '#ececec' fillstyle solid 1 noborder
set object rectangle from first 7000.0, graph 0 to first 8000.0, graph 1 behind fillcolor rgb '#ececec' fillstyle solid 1 noborder
set object rectangle from first 9000.0, graph 0 to first 10000.0, graph 1 behind fillcolor rgb '#ececec' fillstyle solid 1 noborder
set object rectangle from first 11000.0, graph 0 to first 12000.0, graph 1 behind fillcolor rgb '#ececec' fillstyle solid 1 noborder
plot 'figure.csv' skip 1 every 1::0::11 using (column(2)):(column(3)):(600.0) with boxes linecolor rgb '#0072B2' fill solid 0.75 noborder, \
     'figure.csv' skip 1 every 1::12::17 using (column(2)):(column(3)):(column(4)):(column(5)) with yerrorbars linecolor rgb '#D55E00' linewidth 1.8 pointtype 7 pointsize 0.6
unset label
unset arrow
unset object
unset multiplot
set terminal pngcairo size 1800,1274 background '#ffffff' font 'sans,12' fontscale 2 linewidth 2 pointscale 2
set output 'figure.png'
set multiplot
set label 'Figure 4: a periodic schedule, fig4-periodic, convention figures' noenhanced font ',15' at screen 0.5, screen down(24) center
set label 'Left: the first chains, in the paper''s form. Right: 4000 chains.' at screen 0.5, screen down(48.0) center noenhanced font ',11'
set arrow from screen across(14.0), screen down(533.0) to screen across(42.0), screen down(533.0) nohead linecolor rgb '#0072B2' linewidth 1.8
set label 'Test error of 5 chains' at screen across(50.0), screen down(533.0) left noenhanced textcolor rgb '#0072B2' font ',11'
set object rectangle from screen across(14.0), screen down(547.0) to screen across(42.0), screen down(559.0) fillcolor rgb '#ececec' fillstyle solid 1 noborder
set label 'Noisy halves: large eta and lambda' at screen across(50.0), screen down(553.0) left noenhanced textcolor rgb '#000000' font ',11'
set object rectangle from screen across(464.0), screen down(528.0) to screen across(492.0), screen down(538.0) fillcolor rgb '#0072B2' fillstyle solid 0.75 noborder
set label 'Chains that enter B_1 in the half' at screen across(500.0), screen down(533.0) left noenhanced textcolor rgb '#0072B2' font ',11'
set arrow from screen across(464.0), screen down(553.0) to screen across(492.0), screen down(553.0) nohead linecolor rgb '#D55E00' linewidth 1.8
set label '' at screen across(478.0), screen down(553.0) point linecolor rgb '#D55E00' linewidth 1.8 pointtype 7 pointsize 0.6
set label 'Chains that end the quiet half with a low test' at screen across(500.0), screen down(553.0) left noenhanced textcolor rgb '#C24E00' font ',11'
set label 'error, of those that have not diverged (exact 95' at screen across(500.0), screen down(571.0) left noenhanced textcolor rgb '#C24E00' font ',11'
set label '% intervals)' at screen across(500.0), screen down(589.0) left noenhanced textcolor rgb '#C24E00' font ',11'
set object rectangle from screen across(464.0), screen down(603.0) to screen across(492.0), screen down(615.0) fillcolor rgb '#ececec' fillstyle solid 1 noborder
set label 'Noisy halves' at screen across(500.0), screen down(609.0) left noenhanced textcolor rgb '#000000' font ',11'
set lmargin at screen across(92.0)
set rmargin at screen across(426.0)
set title 'Test error of single chains' noenhanced font ',13' offset 0,-0.3
set xlabel 'Step' noenhanced font ',12'
set ylabel 'Test error' noenhanced font ',12'
unset logscale x
set xrange [0.0:12000.0]
set xtics ('0' 0.0, '4000' 4000.0, '8000' 8000.0, '12000' 12000.0)
set logscale y
set yrange [0.1:54.23031156192009]
set ytics ('10^{-1}' 1e-1, '10^{0}' 1e0, '10^{1}' 1e1)
set object rectangle from first 1000.0, graph 0 to first 2000.0, graph 1 behind fillcolor rgb '#ececec' fillstyle solid 1 noborder
set object rectangle from first 3000.0, graph 0 to first 4000.0, graph 1 behind fillcolor rgb '#ececec' fillstyle solid 1 noborder
set object rectangle from first 5000.0, graph 0 to first 6000.0, graph 1 behind fillcolor rgb '#ececec' fillstyle solid 1 noborder
set object rectangle from first 7000.0, graph 0 to first 8000.0, graph 1 behind fillcolor rgb '#ececec' fillstyle solid 1 noborder
set object rectangle from first 9000.0, graph 0 to first 10000.0, graph 1 behind fillcolor rgb '#ececec' fillstyle solid 1 noborder
set object rectangle from first 11000.0, graph 0 to first 12000.0, graph 1 behind fillcolor rgb '#ececec' fillstyle solid 1 noborder
plot 'figure-paths.csv' skip 1 every 1::0::480 using (column(2)):(column(3) < 0.0001 ? 0.0001 : column(3)) with lines linecolor rgb '#0072B2' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::481::961 using (column(2)):(column(3) < 0.0001 ? 0.0001 : column(3)) with lines linecolor rgb '#D55E00' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::962::1442 using (column(2)):(column(3) < 0.0001 ? 0.0001 : column(3)) with lines linecolor rgb '#009E73' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::1443::1923 using (column(2)):(column(3) < 0.0001 ? 0.0001 : column(3)) with lines linecolor rgb '#CC79A7' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::1924::2404 using (column(2)):(column(3) < 0.0001 ? 0.0001 : column(3)) with lines linecolor rgb '#E69F00' linewidth 1.8
unset label
unset arrow
unset object
set lmargin at screen across(542.0)
set rmargin at screen across(876.0)
set title 'Jumps by half, and settling' noenhanced font ',13' offset 0,-0.3
set xlabel 'Step' noenhanced font ',12'
set ylabel 'Share of chains' noenhanced font ',12'
unset logscale x
set xrange [0.0:13260.0]
set xtics ('0' 0.0, '4000' 4000.0, '8000' 8000.0, '12000' 12000.0)
unset logscale y
set yrange [0.0:1.0]
set ytics ('0' 0.0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8, '1' 1.0)
set object rectangle from first 1000.0, graph 0 to first 2000.0, graph 1 behind fillcolor rgb '#ececec' fillstyle solid 1 noborder
set object rectangle from first 3000.0, graph 0 to first 4000.0, graph 1 behind fillcolor rgb '#ececec' fillstyle solid 1 noborder
set object rectangle from first 5000.0, graph 0 to first 6000.0, graph 1 behind fillcolor rgb '#ececec' fillstyle solid 1 noborder
set object rectangle from first 7000.0, graph 0 to first 8000.0, graph 1 behind fillcolor rgb '#ececec' fillstyle solid 1 noborder
set object rectangle from first 9000.0, graph 0 to first 10000.0, graph 1 behind fillcolor rgb '#ececec' fillstyle solid 1 noborder
set object rectangle from first 11000.0, graph 0 to first 12000.0, graph 1 behind fillcolor rgb '#ececec' fillstyle solid 1 noborder
plot 'figure.csv' skip 1 every 1::0::11 using (column(2)):(column(3)):(600.0) with boxes linecolor rgb '#0072B2' fill solid 0.75 noborder, \
     'figure.csv' skip 1 every 1::12::17 using (column(2)):(column(3)):(column(4)):(column(5)) with yerrorbars linecolor rgb '#D55E00' linewidth 1.8 pointtype 7 pointsize 0.6
unset label
unset arrow
unset object
unset multiplot
unset output
