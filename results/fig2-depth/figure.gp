# Draw this picture again with:  gnuplot figure.gp
# Reads figure-paths.csv and figure.csv in the same folder; writes figure.svg and figure.png.

set macros
set datafile separator comma
set datafile commentschars ''


# Places in points from the left and from the top.
across(x) = x / 900.0
down(y) = 1 - y / 621.0
set tmargin at screen down(102.0)
set bmargin at screen down(452.0)
set border 3 linecolor rgb '#444444'
set format '%g'
set tics nomirror out font ',11'
set grid linecolor rgb '#e4e4e4' linetype 1 linewidth 0.6
unset key
set style fill transparent solid 0.25 noborder

set terminal svg size 900,621 dynamic background '#ffffff' font 'Helvetica,Arial,sans-serif,12' fontscale 1.33
set output 'figure.svg'
set multiplot
set label 'Figure 2: depth (fig2-depth, convention figures)' noenhanced font ',15' at screen 0.5, screen down(24) center
set label 'Left: the first chains, in the paper''s form. Right: 4000 of depth 3, 4000 of depth 4; 95 % intervals.' at screen 0.5, screen down(48.0) center noenhanced font ',11'
set arrow from screen across(14.0), screen down(533.0) to screen across(42.0), screen down(533.0) nohead linecolor rgb '#0072B2' linewidth 1.8
set label '5 networks of depth 3' at screen across(50.0), screen down(533.0) left noenhanced textcolor rgb '#0072B2' font ',11'
set arrow from screen across(14.0), screen down(553.0) to screen across(42.0), screen down(553.0) nohead linecolor rgb '#D55E00' linewidth 1.8
set label '5 networks of depth 4' at screen across(50.0), screen down(553.0) left noenhanced textcolor rgb '#C24E00' font ',11'
set arrow from screen across(14.0), screen down(573.0) to screen across(42.0), screen down(573.0) nohead linecolor rgb '#444444' dashtype (20,12) linewidth 1
set label 'The quiet phase begins' at screen across(50.0), screen down(573.0) left noenhanced textcolor rgb '#000000' font ',11'
set arrow from screen across(464.0), screen down(533.0) to screen across(492.0), screen down(533.0) nohead linecolor rgb '#0072B2' linewidth 1.8
set label 'Depth 3: jumped by then (1 - Kaplan-Meier)' at screen across(500.0), screen down(533.0) left noenhanced textcolor rgb '#0072B2' font ',11'
set arrow from screen across(464.0), screen down(553.0) to screen across(492.0), screen down(553.0) nohead linecolor rgb '#D55E00' linewidth 1.8
set label 'Depth 4: jumped by then (1 - Kaplan-Meier)' at screen across(500.0), screen down(553.0) left noenhanced textcolor rgb '#C24E00' font ',11'
set arrow from screen across(464.0), screen down(573.0) to screen across(492.0), screen down(573.0) nohead linecolor rgb '#0072B2' linewidth 1.8
set label '' at screen across(478.0), screen down(573.0) point linecolor rgb '#0072B2' linewidth 1.8 pointtype 7 pointsize 0.6
set label 'Depth 3: settles if the noise ends then' at screen across(500.0), screen down(573.0) left noenhanced textcolor rgb '#0072B2' font ',11'
set arrow from screen across(464.0), screen down(593.0) to screen across(492.0), screen down(593.0) nohead linecolor rgb '#D55E00' linewidth 1.8
set label '' at screen across(478.0), screen down(593.0) point linecolor rgb '#D55E00' linewidth 1.8 pointtype 7 pointsize 0.6
set label 'Depth 4: settles if the noise ends then' at screen across(500.0), screen down(593.0) left noenhanced textcolor rgb '#C24E00' font ',11'
set lmargin at screen across(92.0)
set rmargin at screen across(426.0)
set title 'Test error of single networks' noenhanced font ',13' offset 0,-0.3
set xlabel 'Step' noenhanced font ',12'
set ylabel 'Test error' noenhanced font ',12'
unset logscale x
set xrange [0.0:10000.0]
set xtics ('0' 0.0, '2000' 2000.0, '4000' 4000.0, '6000' 6000.0, '8000' 8000.0, '10000' 10000.0)
set logscale y
set yrange [1.0:166.02056346619784]
set ytics ('10^{0}' 1e0, '10^{1}' 1e1, '10^{2}' 1e2)
set arrow from first 5000.0, graph 0 to first 5000.0, graph 1 nohead linecolor rgb '#444444' dashtype (20,12) linewidth 1
plot 'figure-paths.csv' skip 1 every 1::0::400 using (column(2)):(column(3) < 0.001 ? 0.001 : column(3)) with lines linecolor rgb '#0072B2' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::401::801 using (column(2)):(column(3) < 0.001 ? 0.001 : column(3)) with lines linecolor rgb '#0072B2' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::802::1202 using (column(2)):(column(3) < 0.001 ? 0.001 : column(3)) with lines linecolor rgb '#0072B2' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::1203::1603 using (column(2)):(column(3) < 0.001 ? 0.001 : column(3)) with lines linecolor rgb '#0072B2' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::1604::2004 using (column(2)):(column(3) < 0.001 ? 0.001 : column(3)) with lines linecolor rgb '#0072B2' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::2005::2405 using (column(2)):(column(3) < 0.001 ? 0.001 : column(3)) with lines linecolor rgb '#D55E00' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::2406::2806 using (column(2)):(column(3) < 0.001 ? 0.001 : column(3)) with lines linecolor rgb '#D55E00' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::2807::3207 using (column(2)):(column(3) < 0.001 ? 0.001 : column(3)) with lines linecolor rgb '#D55E00' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::3208::3608 using (column(2)):(column(3) < 0.001 ? 0.001 : column(3)) with lines linecolor rgb '#D55E00' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::3609::4009 using (column(2)):(column(3) < 0.001 ? 0.001 : column(3)) with lines linecolor rgb '#D55E00' linewidth 1.8
unset label
unset arrow
unset object
set lmargin at screen across(542.0)
set rmargin at screen across(876.0)
set title 'When networks jump' noenhanced font ',13' offset 0,-0.3
set xlabel 'Step' noenhanced font ',12'
set ylabel 'Share of chains' noenhanced font ',12'
unset logscale x
set xrange [0.0:5200.0]
set xtics ('0' 0.0, '1000' 1000.0, '2000' 2000.0, '3000' 3000.0, '4000' 4000.0, '5000' 5000.0)
unset logscale y
set yrange [0.0:1.0]
set ytics ('0' 0.0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8, '1' 1.0)
plot 'figure.csv' skip 1 every 1::0::294 using (column(2)):(column(4)):(column(5)) with filledcurves linecolor rgb '#0072B2', \
     'figure.csv' skip 1 every 1::0::294 using (column(2)):(column(3)) with lines linecolor rgb '#0072B2' linewidth 1.8, \
     'figure.csv' skip 1 every 1::299::593 using (column(2)):(column(4)):(column(5)) with filledcurves linecolor rgb '#D55E00', \
     'figure.csv' skip 1 every 1::299::593 using (column(2)):(column(3)) with lines linecolor rgb '#D55E00' linewidth 1.8, \
     'figure.csv' skip 1 every 1::295::298 using (column(2)):(column(3)):(column(4)):(column(5)) with yerrorbars linecolor rgb '#0072B2' linewidth 1.8 pointtype 7 pointsize 0.6, \
     'figure.csv' skip 1 every 1::594::597 using (column(2)):(column(3)):(column(4)):(column(5)) with yerrorbars linecolor rgb '#D55E00' linewidth 1.8 pointtype 7 pointsize 0.6
unset label
unset arrow
unset object
unset multiplot
set terminal pngcairo size 1800,1242 background '#ffffff' font 'sans,12' fontscale 2 linewidth 2 pointscale 2
set output 'figure.png'
set multiplot
set label 'Figure 2: depth (fig2-depth, convention figures)' noenhanced font ',15' at screen 0.5, screen down(24) center
set label 'Left: the first chains, in the paper''s form. Right: 4000 of depth 3, 4000 of depth 4; 95 % intervals.' at screen 0.5, screen down(48.0) center noenhanced font ',11'
set arrow from screen across(14.0), screen down(533.0) to screen across(42.0), screen down(533.0) nohead linecolor rgb '#0072B2' linewidth 1.8
set label '5 networks of depth 3' at screen across(50.0), screen down(533.0) left noenhanced textcolor rgb '#0072B2' font ',11'
set arrow from screen across(14.0), screen down(553.0) to screen across(42.0), screen down(553.0) nohead linecolor rgb '#D55E00' linewidth 1.8
set label '5 networks of depth 4' at screen across(50.0), screen down(553.0) left noenhanced textcolor rgb '#C24E00' font ',11'
set arrow from screen across(14.0), screen down(573.0) to screen across(42.0), screen down(573.0) nohead linecolor rgb '#444444' dashtype (20,12) linewidth 1
set label 'The quiet phase begins' at screen across(50.0), screen down(573.0) left noenhanced textcolor rgb '#000000' font ',11'
set arrow from screen across(464.0), screen down(533.0) to screen across(492.0), screen down(533.0) nohead linecolor rgb '#0072B2' linewidth 1.8
set label 'Depth 3: jumped by then (1 - Kaplan-Meier)' at screen across(500.0), screen down(533.0) left noenhanced textcolor rgb '#0072B2' font ',11'
set arrow from screen across(464.0), screen down(553.0) to screen across(492.0), screen down(553.0) nohead linecolor rgb '#D55E00' linewidth 1.8
set label 'Depth 4: jumped by then (1 - Kaplan-Meier)' at screen across(500.0), screen down(553.0) left noenhanced textcolor rgb '#C24E00' font ',11'
set arrow from screen across(464.0), screen down(573.0) to screen across(492.0), screen down(573.0) nohead linecolor rgb '#0072B2' linewidth 1.8
set label '' at screen across(478.0), screen down(573.0) point linecolor rgb '#0072B2' linewidth 1.8 pointtype 7 pointsize 0.6
set label 'Depth 3: settles if the noise ends then' at screen across(500.0), screen down(573.0) left noenhanced textcolor rgb '#0072B2' font ',11'
set arrow from screen across(464.0), screen down(593.0) to screen across(492.0), screen down(593.0) nohead linecolor rgb '#D55E00' linewidth 1.8
set label '' at screen across(478.0), screen down(593.0) point linecolor rgb '#D55E00' linewidth 1.8 pointtype 7 pointsize 0.6
set label 'Depth 4: settles if the noise ends then' at screen across(500.0), screen down(593.0) left noenhanced textcolor rgb '#C24E00' font ',11'
set lmargin at screen across(92.0)
set rmargin at screen across(426.0)
set title 'Test error of single networks' noenhanced font ',13' offset 0,-0.3
set xlabel 'Step' noenhanced font ',12'
set ylabel 'Test error' noenhanced font ',12'
unset logscale x
set xrange [0.0:10000.0]
set xtics ('0' 0.0, '2000' 2000.0, '4000' 4000.0, '6000' 6000.0, '8000' 8000.0, '10000' 10000.0)
set logscale y
set yrange [1.0:166.02056346619784]
set ytics ('10^{0}' 1e0, '10^{1}' 1e1, '10^{2}' 1e2)
set arrow from first 5000.0, graph 0 to first 5000.0, graph 1 nohead linecolor rgb '#444444' dashtype (20,12) linewidth 1
plot 'figure-paths.csv' skip 1 every 1::0::400 using (column(2)):(column(3) < 0.001 ? 0.001 : column(3)) with lines linecolor rgb '#0072B2' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::401::801 using (column(2)):(column(3) < 0.001 ? 0.001 : column(3)) with lines linecolor rgb '#0072B2' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::802::1202 using (column(2)):(column(3) < 0.001 ? 0.001 : column(3)) with lines linecolor rgb '#0072B2' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::1203::1603 using (column(2)):(column(3) < 0.001 ? 0.001 : column(3)) with lines linecolor rgb '#0072B2' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::1604::2004 using (column(2)):(column(3) < 0.001 ? 0.001 : column(3)) with lines linecolor rgb '#0072B2' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::2005::2405 using (column(2)):(column(3) < 0.001 ? 0.001 : column(3)) with lines linecolor rgb '#D55E00' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::2406::2806 using (column(2)):(column(3) < 0.001 ? 0.001 : column(3)) with lines linecolor rgb '#D55E00' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::2807::3207 using (column(2)):(column(3) < 0.001 ? 0.001 : column(3)) with lines linecolor rgb '#D55E00' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::3208::3608 using (column(2)):(column(3) < 0.001 ? 0.001 : column(3)) with lines linecolor rgb '#D55E00' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::3609::4009 using (column(2)):(column(3) < 0.001 ? 0.001 : column(3)) with lines linecolor rgb '#D55E00' linewidth 1.8
unset label
unset arrow
unset object
set lmargin at screen across(542.0)
set rmargin at screen across(876.0)
set title 'When networks jump' noenhanced font ',13' offset 0,-0.3
set xlabel 'Step' noenhanced font ',12'
set ylabel 'Share of chains' noenhanced font ',12'
unset logscale x
set xrange [0.0:5200.0]
set xtics ('0' 0.0, '1000' 1000.0, '2000' 2000.0, '3000' 3000.0, '4000' 4000.0, '5000' 5000.0)
unset logscale y
set yrange [0.0:1.0]
set ytics ('0' 0.0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8, '1' 1.0)
plot 'figure.csv' skip 1 every 1::0::294 using (column(2)):(column(4)):(column(5)) with filledcurves linecolor rgb '#0072B2', \
     'figure.csv' skip 1 every 1::0::294 using (column(2)):(column(3)) with lines linecolor rgb '#0072B2' linewidth 1.8, \
     'figure.csv' skip 1 every 1::299::593 using (column(2)):(column(4)):(column(5)) with filledcurves linecolor rgb '#D55E00', \
     'figure.csv' skip 1 every 1::299::593 using (column(2)):(column(3)) with lines linecolor rgb '#D55E00' linewidth 1.8, \
     'figure.csv' skip 1 every 1::295::298 using (column(2)):(column(3)):(column(4)):(column(5)) with yerrorbars linecolor rgb '#0072B2' linewidth 1.8 pointtype 7 pointsize 0.6, \
     'figure.csv' skip 1 every 1::594::597 using (column(2)):(column(3)):(column(4)):(column(5)) with yerrorbars linecolor rgb '#D55E00' linewidth 1.8 pointtype 7 pointsize 0.6
unset label
unset arrow
unset object
unset multiplot
unset output
