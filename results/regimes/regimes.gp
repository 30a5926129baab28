# Draw this picture again with:  gnuplot regimes.gp
# Reads regimes.csv in the same folder; writes regimes.svg and regimes.png.

set macros
set datafile separator comma
set datafile commentschars ''
table = 'regimes.csv'
array xs[16] = [0.003, 0.006, 0.01, 0.02, 0.03, 0.05, 0.06, 0.07, 0.08, 0.09, 0.1, 0.11, 0.12, 0.15, 0.2, 0.3]
array ys[13] = [0.02, 0.03, 0.05, 0.07, 0.1, 0.14, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6]
array kinds[5] = ['stays', 'jumps', 'slides', 'collapses', 'diverges']
array reds[5] = [86, 230, 240, 204, 0]
array greens[5] = [180, 159, 228, 121, 0]
array blues[5] = [233, 0, 66, 167, 0]
# The place of a cell among the listed values, outside the picture where it is not one of them.
xplace(value) = (sum [i = 1:|xs|] (xs[i] == value ? i : 0)) + (sum [i = 1:|xs|] (xs[i] == value ? 0 : 1) == |xs| ? -9 : 0)
yplace(value) = (sum [i = 1:|ys|] (ys[i] == value ? i : 0)) + (sum [i = 1:|ys|] (ys[i] == value ? 0 : 1) == |ys| ? -9 : 0)
kind(word) = (sum [i = 1:|kinds|] (kinds[i] eq word ? i : 0))
# A colour mixed with white: a share of 1 has it whole, a share near 0 a third of it.
mixed(part, share) = int(255 - (0.3 + 0.7 * share) * (255 - part) + 0.5)
colour(k, share) = k < 1 ? 0xffffff : mixed(reds[k], share) * 65536 + mixed(greens[k], share) * 256 + mixed(blues[k], share)
bright(k, share) = k < 1 ? 255 : 0.3 * mixed(reds[k], share) + 0.59 * mixed(greens[k], share) + 0.11 * mixed(blues[k], share)

# Places in points from the left and from the top.
across(x) = x / 900.0
down(y) = 1 - y / 692.0
set border 3 linecolor rgb '#444444'
set format '%g'
set tics nomirror out font ',11'
set grid linecolor rgb '#e4e4e4' linetype 1 linewidth 0.6
unset key
unset grid
set border 0
set xrange [0.5:16.5]
set yrange [0.5:13.5]
set xtics rotate by 90 right ('0.003' 1, '0.006' 2, '0.01' 3, '0.02' 4, '0.03' 5, '0.05' 6, '0.06' 7, '0.07' 8, '0.08' 9, '0.09' 10, '0.1' 11, '0.11' 12, '0.12' 13, '0.15' 14, '0.2' 15, '0.3' 16) scale 0 font ',10'
set ytics ('0.02' 1, '0.03' 2, '0.05' 3, '0.07' 4, '0.1' 5, '0.14' 6, '0.2' 7, '0.25' 8, '0.3' 9, '0.35' 10, '0.4' 11, '0.5' 12, '0.6' 13) scale 0 font ',10'

set terminal svg size 900,692 dynamic background '#ffffff' font 'Helvetica,Arial,sans-serif,12' fontscale 1.33
set output 'regimes.svg'
set multiplot
set label 'regimes: what rules where' noenhanced font ',15' at screen 0.5, screen down(24) center
set label 'In each cell the most frequent outcome, fainter the smaller its share, and the logarithm to base 10 of the' at screen 0.5, screen down(48.0) center noenhanced font ',11'
set label 'median step of the entry' at screen 0.5, screen down(66.0) center noenhanced font ',11'
set object rectangle from screen across(86.0), screen down(664.5699000000001) to screen across(108.0), screen down(678.5699000000001) fillcolor rgb '#56b4e9' fillstyle solid 1 noborder
set label 'stays' at screen across(116.0), screen down(671.5699000000001) left noenhanced font ',11'
set object rectangle from screen across(185.56990000000002), screen down(664.5699000000001) to screen across(207.56990000000002), screen down(678.5699000000001) fillcolor rgb '#e69f00' fillstyle solid 1 noborder
set label 'jumps' at screen across(215.56990000000002), screen down(671.5699000000001) left noenhanced font ',11'
set object rectangle from screen across(290.42100000000005), screen down(664.5699000000001) to screen across(312.42100000000005), screen down(678.5699000000001) fillcolor rgb '#f0e442' fillstyle solid 1 noborder
set label 'slides' at screen across(320.42100000000005), screen down(671.5699000000001) left noenhanced font ',11'
set object rectangle from screen across(396.0056000000001), screen down(664.5699000000001) to screen across(418.0056000000001), screen down(678.5699000000001) fillcolor rgb '#cc79a7' fillstyle solid 1 noborder
set label 'collapses' at screen across(426.0056000000001), screen down(671.5699000000001) left noenhanced font ',11'
set object rectangle from screen across(529.7566), screen down(664.5699000000001) to screen across(551.7566), screen down(678.5699000000001) fillcolor rgb '#000000' fillstyle solid 1 noborder
set label 'diverges' at screen across(559.7566), screen down(671.5699000000001) left noenhanced font ',11'
set lmargin at screen across(86.0)
set rmargin at screen across(442.0)
set tmargin at screen down(118.0)
set bmargin at screen down(548.0)
set title 'sgd' noenhanced font ',12'
set xlabel 'ridge (schedule.1.lambda)' noenhanced font ',12'
set ylabel 'learning rate (schedule.1.eta)' noenhanced font ',12'
plot table skip 1 every ::0::207 using (xplace(column(4))):(yplace(column(3))):(xplace(column(4)) - 0.5):(xplace(column(4)) + 0.5):(yplace(column(3)) - 0.5):(yplace(column(3)) + 0.5):(colour(kind(strcol(6)), column(7))) \
       with boxxyerror fillstyle solid 1 border rgb '#ffffff' linecolor rgb variable, \
     table skip 1 every ::0::207 using (xplace(column(4))):(yplace(column(3))):(strcol(24) eq '' ? '' : column(24) > 0 ? sprintf('%.1f', log10(column(24))) : ''):(bright(kind(strcol(6)), column(7)) < 110 ? 0xffffff : 0x000000) with labels font ',6' textcolor rgb variable noenhanced
unset label
unset object
set lmargin at screen across(520.0)
set rmargin at screen across(876.0)
set tmargin at screen down(118.0)
set bmargin at screen down(548.0)
set title 'gd' noenhanced font ',12'
set xlabel 'ridge (schedule.1.lambda)' noenhanced font ',12'
set ylabel 'learning rate (schedule.1.eta)' noenhanced font ',12'
plot table skip 1 every ::208::415 using (xplace(column(4))):(yplace(column(3))):(xplace(column(4)) - 0.5):(xplace(column(4)) + 0.5):(yplace(column(3)) - 0.5):(yplace(column(3)) + 0.5):(colour(kind(strcol(6)), column(7))) \
       with boxxyerror fillstyle solid 1 border rgb '#ffffff' linecolor rgb variable, \
     table skip 1 every ::208::415 using (xplace(column(4))):(yplace(column(3))):(strcol(24) eq '' ? '' : column(24) > 0 ? sprintf('%.1f', log10(column(24))) : ''):(bright(kind(strcol(6)), column(7)) < 110 ? 0xffffff : 0x000000) with labels font ',6' textcolor rgb variable noenhanced
unset label
unset object
unset multiplot
set terminal pngcairo size 1800,1384 background '#ffffff' font 'sans,12' fontscale 2 linewidth 2 pointscale 2
set output 'regimes.png'
set multiplot
set label 'regimes: what rules where' noenhanced font ',15' at screen 0.5, screen down(24) center
set label 'In each cell the most frequent outcome, fainter the smaller its share, and the logarithm to base 10 of the' at screen 0.5, screen down(48.0) center noenhanced font ',11'
set label 'median step of the entry' at screen 0.5, screen down(66.0) center noenhanced font ',11'
set object rectangle from screen across(86.0), screen down(664.5699000000001) to screen across(108.0), screen down(678.5699000000001) fillcolor rgb '#56b4e9' fillstyle solid 1 noborder
set label 'stays' at screen across(116.0), screen down(671.5699000000001) left noenhanced font ',11'
set object rectangle from screen across(185.56990000000002), screen down(664.5699000000001) to screen across(207.56990000000002), screen down(678.5699000000001) fillcolor rgb '#e69f00' fillstyle solid 1 noborder
set label 'jumps' at screen across(215.56990000000002), screen down(671.5699000000001) left noenhanced font ',11'
set object rectangle from screen across(290.42100000000005), screen down(664.5699000000001) to screen across(312.42100000000005), screen down(678.5699000000001) fillcolor rgb '#f0e442' fillstyle solid 1 noborder
set label 'slides' at screen across(320.42100000000005), screen down(671.5699000000001) left noenhanced font ',11'
set object rectangle from screen across(396.0056000000001), screen down(664.5699000000001) to screen across(418.0056000000001), screen down(678.5699000000001) fillcolor rgb '#cc79a7' fillstyle solid 1 noborder
set label 'collapses' at screen across(426.0056000000001), screen down(671.5699000000001) left noenhanced font ',11'
set object rectangle from screen across(529.7566), screen down(664.5699000000001) to screen across(551.7566), screen down(678.5699000000001) fillcolor rgb '#000000' fillstyle solid 1 noborder
set label 'diverges' at screen across(559.7566), screen down(671.5699000000001) left noenhanced font ',11'
set lmargin at screen across(86.0)
set rmargin at screen across(442.0)
set tmargin at screen down(118.0)
set bmargin at screen down(548.0)
set title 'sgd' noenhanced font ',12'
set xlabel 'ridge (schedule.1.lambda)' noenhanced font ',12'
set ylabel 'learning rate (schedule.1.eta)' noenhanced font ',12'
plot table skip 1 every ::0::207 using (xplace(column(4))):(yplace(column(3))):(xplace(column(4)) - 0.5):(xplace(column(4)) + 0.5):(yplace(column(3)) - 0.5):(yplace(column(3)) + 0.5):(colour(kind(strcol(6)), column(7))) \
       with boxxyerror fillstyle solid 1 border rgb '#ffffff' linecolor rgb variable, \
     table skip 1 every ::0::207 using (xplace(column(4))):(yplace(column(3))):(strcol(24) eq '' ? '' : column(24) > 0 ? sprintf('%.1f', log10(column(24))) : ''):(bright(kind(strcol(6)), column(7)) < 110 ? 0xffffff : 0x000000) with labels font ',6' textcolor rgb variable noenhanced
unset label
unset object
set lmargin at screen across(520.0)
set rmargin at screen across(876.0)
set tmargin at screen down(118.0)
set bmargin at screen down(548.0)
set title 'gd' noenhanced font ',12'
set xlabel 'ridge (schedule.1.lambda)' noenhanced font ',12'
set ylabel 'learning rate (schedule.1.eta)' noenhanced font ',12'
plot table skip 1 every ::208::415 using (xplace(column(4))):(yplace(column(3))):(xplace(column(4)) - 0.5):(xplace(column(4)) + 0.5):(yplace(column(3)) - 0.5):(yplace(column(3)) + 0.5):(colour(kind(strcol(6)), column(7))) \
       with boxxyerror fillstyle solid 1 border rgb '#ffffff' linecolor rgb variable, \
     table skip 1 every ::208::415 using (xplace(column(4))):(yplace(column(3))):(strcol(24) eq '' ? '' : column(24) > 0 ? sprintf('%.1f', log10(column(24))) : ''):(bright(kind(strcol(6)), column(7)) < 110 ? 0xffffff : 0x000000) with labels font ',6' textcolor rgb variable noenhanced
unset label
unset object
unset multiplot
unset output
