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
set label 'Figure 1: annealing (fig1-annealing, convention figures)' noenhanced font ',15' at screen 0.5, screen down(24) center
set label 'Left: one chain, in the paper''s form. Right: 4000 chains, all with offshoots; 95 % intervals.' at screen 0.5, screen down(48.0) center noenhanced font ',11'
set arrow from screen across(14.0), screen down(533.0) to screen across(42.0), screen down(533.0) nohead linecolor rgb '#56B4E9' linewidth 1.8
set label 'Test error of the path' at screen across(50.0), screen down(533.0) left noenhanced textcolor rgb '#1F7FB8' font ',11'
set arrow from screen across(14.0), screen down(553.0) to screen across(42.0), screen down(553.0) nohead linecolor rgb '#0072B2' linewidth 1.8
set label 'Test error of its offshoots' at screen across(50.0), screen down(553.0) left noenhanced textcolor rgb '#0072B2' font ',11'
set arrow from screen across(14.0), screen down(573.0) to screen across(42.0), screen down(573.0) nohead linecolor rgb '#D55E00' linewidth 1.8
set label 's2/s1 of the path' at screen across(50.0), screen down(573.0) left noenhanced textcolor rgb '#C24E00' font ',11'
set arrow from screen across(14.0), screen down(593.0) to screen across(42.0), screen down(593.0) nohead linecolor rgb '#444444' dashtype (20,12) linewidth 1
set label 'The jump of this chain' at screen across(50.0), screen down(593.0) left noenhanced textcolor rgb '#000000' font ',11'
set arrow from screen across(464.0), screen down(533.0) to screen across(492.0), screen down(533.0) nohead linecolor rgb '#56B4E9' linewidth 1.8
set label 'Chains that have jumped (1 - Kaplan-Meier)' at screen across(500.0), screen down(533.0) left noenhanced textcolor rgb '#1F7FB8' font ',11'
set arrow from screen across(464.0), screen down(553.0) to screen across(492.0), screen down(553.0) nohead linecolor rgb '#0072B2' linewidth 1.8
set label '' at screen across(478.0), screen down(553.0) point linecolor rgb '#0072B2' linewidth 1.8 pointtype 7 pointsize 0.6
set label 'Offshoots from then on that succeed' at screen across(500.0), screen down(553.0) left noenhanced textcolor rgb '#0072B2' font ',11'
set arrow from screen across(464.0), screen down(573.0) to screen across(492.0), screen down(573.0) nohead linecolor rgb '#444444' dashtype (20,12) linewidth 1
set label 'The paper''s jump' at screen across(500.0), screen down(573.0) left noenhanced textcolor rgb '#000000' font ',11'
set lmargin at screen across(92.0)
set rmargin at screen across(426.0)
set title 'Chain 2, which jumps at step 1955' noenhanced font ',13' offset 0,-0.3
set xlabel 'Step' noenhanced font ',12'
set ylabel 'Test error; s2/s1' noenhanced font ',12'
unset logscale x
set xrange [0.0:8000.0]
set xtics ('0' 0.0, '2000' 2000.0, '4000' 4000.0, '6000' 6000.0, '8000' 8000.0)
set logscale y
set yrange [0.0001:29.354652450407524]
set ytics ('10^{-4}' 1e-4, '10^{-3}' 1e-3, '10^{-2}' 1e-2, '10^{-1}' 1e-1, '10^{0}' 1e0, '10^{1}' 1e1)
set arrow from first 1955.0, graph 0 to first 1955.0, graph 1 nohead linecolor rgb '#444444' dashtype (20,12) linewidth 1
plot 'figure-paths.csv' skip 1 every 1::0::160 using (column(2)):(column(3) < 1.0000000000000001e-07 ? 1.0000000000000001e-07 : column(3)) with lines linecolor rgb '#56B4E9' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::161::261 using (column(2)):(column(3) < 1.0000000000000001e-07 ? 1.0000000000000001e-07 : column(3)) with lines linecolor rgb '#0072B2' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::262::362 using (column(2)):(column(3) < 1.0000000000000001e-07 ? 1.0000000000000001e-07 : column(3)) with lines linecolor rgb '#0072B2' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::363::463 using (column(2)):(column(3) < 1.0000000000000001e-07 ? 1.0000000000000001e-07 : column(3)) with lines linecolor rgb '#0072B2' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::464::564 using (column(2)):(column(3) < 1.0000000000000001e-07 ? 1.0000000000000001e-07 : column(3)) with lines linecolor rgb '#0072B2' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::565::665 using (column(2)):(column(3) < 1.0000000000000001e-07 ? 1.0000000000000001e-07 : column(3)) with lines linecolor rgb '#0072B2' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::666::766 using (column(2)):(column(3) < 1.0000000000000001e-07 ? 1.0000000000000001e-07 : column(3)) with lines linecolor rgb '#0072B2' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::767::927 using (column(2)):(column(3) < 1.0000000000000001e-07 ? 1.0000000000000001e-07 : column(3)) with lines linecolor rgb '#D55E00' linewidth 1.8
unset label
unset arrow
unset object
set lmargin at screen across(542.0)
set rmargin at screen across(876.0)
set title 'Jumps, and switches that succeed' noenhanced font ',13' offset 0,-0.3
set xlabel 'Step of the switch' noenhanced font ',12'
set ylabel 'Share of chains' noenhanced font ',12'
unset logscale x
set xrange [0.0:31500.0]
set xtics ('0' 0.0, '10000' 10000.0, '20000' 20000.0, '30000' 30000.0)
unset logscale y
set yrange [0.0:1.0]
set ytics ('0' 0.0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8, '1' 1.0)
set arrow from first 2000.0, graph 0 to first 2000.0, graph 1 nohead linecolor rgb '#444444' dashtype (20,12) linewidth 1
plot 'figure.csv' skip 1 every 1::0::300 using (column(2)):(column(4)):(column(5)) with filledcurves linecolor rgb '#56B4E9', \
     'figure.csv' skip 1 every 1::0::300 using (column(2)):(column(3)) with lines linecolor rgb '#56B4E9' linewidth 1.8, \
     'figure.csv' skip 1 every 1::301::313 using (column(2)):(column(3)):(column(4)):(column(5)) with yerrorbars linecolor rgb '#0072B2' linewidth 1.8 pointtype 7 pointsize 0.6
unset label
unset arrow
unset object
unset multiplot
set terminal pngcairo size 1800,1242 background '#ffffff' font 'sans,12' fontscale 2 linewidth 2 pointscale 2
set output 'figure.png'
set multiplot
set label 'Figure 1: annealing (fig1-annealing, convention figures)' noenhanced font ',15' at screen 0.5, screen down(24) center
set label 'Left: one chain, in the paper''s form. Right: 4000 chains, all with offshoots; 95 % intervals.' at screen 0.5, screen down(48.0) center noenhanced font ',11'
set arrow from screen across(14.0), screen down(533.0) to screen across(42.0), screen down(533.0) nohead linecolor rgb '#56B4E9' linewidth 1.8
set label 'Test error of the path' at screen across(50.0), screen down(533.0) left noenhanced textcolor rgb '#1F7FB8' font ',11'
set arrow from screen across(14.0), screen down(553.0) to screen across(42.0), screen down(553.0) nohead linecolor rgb '#0072B2' linewidth 1.8
set label 'Test error of its offshoots' at screen across(50.0), screen down(553.0) left noenhanced textcolor rgb '#0072B2' font ',11'
set arrow from screen across(14.0), screen down(573.0) to screen across(42.0), screen down(573.0) nohead linecolor rgb '#D55E00' linewidth 1.8
set label 's2/s1 of the path' at screen across(50.0), screen down(573.0) left noenhanced textcolor rgb '#C24E00' font ',11'
set arrow from screen across(14.0), screen down(593.0) to screen across(42.0), screen down(593.0) nohead linecolor rgb '#444444' dashtype (20,12) linewidth 1
set label 'The jump of this chain' at screen across(50.0), screen down(593.0) left noenhanced textcolor rgb '#000000' font ',11'
set arrow from screen across(464.0), screen down(533.0) to screen across(492.0), screen down(533.0) nohead linecolor rgb '#56B4E9' linewidth 1.8
set label 'Chains that have jumped (1 - Kaplan-Meier)' at screen across(500.0), screen down(533.0) left noenhanced textcolor rgb '#1F7FB8' font ',11'
set arrow from screen across(464.0), screen down(553.0) to screen across(492.0), screen down(553.0) nohead linecolor rgb '#0072B2' linewidth 1.8
set label '' at screen across(478.0), screen down(553.0) point linecolor rgb '#0072B2' linewidth 1.8 pointtype 7 pointsize 0.6
set label 'Offshoots from then on that succeed' at screen across(500.0), screen down(553.0) left noenhanced textcolor rgb '#0072B2' font ',11'
set arrow from screen across(464.0), screen down(573.0) to screen across(492.0), screen down(573.0) nohead linecolor rgb '#444444' dashtype (20,12) linewidth 1
set label 'The paper''s jump' at screen across(500.0), screen down(573.0) left noenhanced textcolor rgb '#000000' font ',11'
set lmargin at screen across(92.0)
set rmargin at screen across(426.0)
set title 'Chain 2, which jumps at step 1955' noenhanced font ',13' offset 0,-0.3
set xlabel 'Step' noenhanced font ',12'
set ylabel 'Test error; s2/s1' noenhanced font ',12'
unset logscale x
set xrange [0.0:8000.0]
set xtics ('0' 0.0, '2000' 2000.0, '4000' 4000.0, '6000' 6000.0, '8000' 8000.0)
set logscale y
set yrange [0.0001:29.354652450407524]
set ytics ('10^{-4}' 1e-4, '10^{-3}' 1e-3, '10^{-2}' 1e-2, '10^{-1}' 1e-1, '10^{0}' 1e0, '10^{1}' 1e1)
set arrow from first 1955.0, graph 0 to first 1955.0, graph 1 nohead linecolor rgb '#444444' dashtype (20,12) linewidth 1
plot 'figure-paths.csv' skip 1 every 1::0::160 using (column(2)):(column(3) < 1.0000000000000001e-07 ? 1.0000000000000001e-07 : column(3)) with lines linecolor rgb '#56B4E9' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::161::261 using (column(2)):(column(3) < 1.0000000000000001e-07 ? 1.0000000000000001e-07 : column(3)) with lines linecolor rgb '#0072B2' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::262::362 using (column(2)):(column(3) < 1.0000000000000001e-07 ? 1.0000000000000001e-07 : column(3)) with lines linecolor rgb '#0072B2' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::363::463 using (column(2)):(column(3) < 1.0000000000000001e-07 ? 1.0000000000000001e-07 : column(3)) with lines linecolor rgb '#0072B2' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::464::564 using (column(2)):(column(3) < 1.0000000000000001e-07 ? 1.0000000000000001e-07 : column(3)) with lines linecolor rgb '#0072B2' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::565::665 using (column(2)):(column(3) < 1.0000000000000001e-07 ? 1.0000000000000001e-07 : column(3)) with lines linecolor rgb '#0072B2' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::666::766 using (column(2)):(column(3) < 1.0000000000000001e-07 ? 1.0000000000000001e-07 : column(3)) with lines linecolor rgb '#0072B2' linewidth 1.8, \
     'figure-paths.csv' skip 1 every 1::767::927 using (column(2)):(column(3) < 1.0000000000000001e-07 ? 1.0000000000000001e-07 : column(3)) with lines linecolor rgb '#D55E00' linewidth 1.8
unset label
unset arrow
unset object
set lmargin at screen across(542.0)
set rmargin at screen across(876.0)
set title 'Jumps, and switches that succeed' noenhanced font ',13' offset 0,-0.3
set xlabel 'Step of the switch' noenhanced font ',12'
set ylabel 'Share of chains' noenhanced font ',12'
unset logscale x
set xrange [0.0:31500.0]
set xtics ('0' 0.0, '10000' 10000.0, '20000' 20000.0, '30000' 30000.0)
unset logscale y
set yrange [0.0:1.0]
set ytics ('0' 0.0, '0.2' 0.2, '0.4' 0.4, '0.6' 0.6, '0.8' 0.8, '1' 1.0)
set arrow from first 2000.0, graph 0 to first 2000.0, graph 1 nohead linecolor rgb '#444444' dashtype (20,12) linewidth 1
plot 'figure.csv' skip 1 every 1::0::300 using (column(2)):(column(4)):(column(5)) with filledcurves linecolor rgb '#56B4E9', \
     'figure.csv' skip 1 every 1::0::300 using (column(2)):(column(3)) with lines linecolor rgb '#56B4E9' linewidth 1.8, \
     'figure.csv' skip 1 every 1::301::313 using (column(2)):(column(3)):(column(4)):(column(5)) with yerrorbars linecolor rgb '#0072B2' linewidth 1.8 pointtype 7 pointsize 0.6
unset label
unset arrow
unset object
unset multiplot
unset output
