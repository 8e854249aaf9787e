"""Emoji by the names that Slack gives them: the common ones, and those a workspace adds."""

NAMES = """
+1 -1 thumbsup thumbsdown 100 1234 a abacus accept airplane alarm_clock alien ambulance anchor angel anger angry
anguished apple arrow_down arrow_heading_up arrow_left arrow_right arrow_up arrows_clockwise arrows_counterclockwise
art astonished atom_symbol baby balance_scale balloon ballot_box_with_ballot ballot_box_with_check bangbang bank
bar_chart battery beer beers bell bike bird birthday black_circle black_heart black_large_square blue_book blue_heart
blush boat bomb book bookmark books boom bouquet bow brain bread briefcase broken_heart bug building_construction bulb
bust_in_silhouette busts_in_silhouette cactus cake calendar camera candle card_file_box cat chart
chart_with_downwards_trend chart_with_upwards_trend checkered_flag cherry_blossom clap classical_building clipboard
clock1 clock10 clock11 clock12 clock2 clock3 clock4 clock5 clock6 clock7 clock8 clock9 closed_book
closed_lock_with_key cloud clown_face coffee collision computer confetti_ball confounded confused construction cool
cop credit_card crossed_fingers crossed_swords crown cry crystal_ball dart date deciduous_tree desktop_computer
disappointed disappointed_relieved dizzy dizzy_face dog dollar door dove_of_peace droplet ear earth_africa
earth_americas earth_asia eight eject email envelope evergreen_tree exclamation expressionless eye eyes face_palm
face_with_monocle face_with_raised_eyebrow face_with_rolling_eyes facepunch fast_forward fearful feather file_cabinet
file_folder fire fire_engine first_place_medal fish fist five flag-be flag-ca flag-ch flag-fr flag-gb flag-us flags
floppy_disk flushed four four_leaf_clover free frog frowning fr gb gear gem ghost gift globe_with_meridians
green_apple green_book green_heart grey_exclamation grey_question grimacing grin grinning guardsman hammer
hammer_and_wrench hand handshake hash hatching_chick hear_no_evil heart heart_eyes heartbeat heavy_check_mark
heavy_exclamation_mark heavy_minus_sign heavy_multiplication_x heavy_plus_sign herb high_brightness hole hourglass
hourglass_flowing_sand house hugging_face hushed inbox_tray information_source innocent interrobang jack_o_lantern joy
judge keepcap_ten key keycap_star keycap_ten kissing_heart label large_blue_circle large_green_circle
large_orange_circle large_purple_circle large_red_square large_yellow_circle laughing leaves ledger left_right_arrow
lightning link lion_face lock lock_with_ink_pen loud_sound loudspeaker mag mag_right mailbox mega memo microphone
microscope money_mouth_face monkey_face moon mortar_board mountain mouse muscle mushroom musical_note mute name_badge
nerd_face neutral_face new newspaper nine no_bell no_entry no_entry_sign no_good no_mouth notebook notes o o2
octagonal_sign office ok ok_hand ok_woman old_key one open_book open_file_folder open_hands open_mouth orange_book
orange_heart outbox_tray owl package page_facing_up palm_tree panda_face paperclip partly_sunny partying_face
pause_button peace_symbol pencil pencil2 penguin pensive persevere person_frowning person_with_pouting_face pig pill
point_down point_left point_right point_up point_up_2 police_car poop pray printer purple_heart pushpin question
rabbit radio_button rage rainbow raised_back_of_hand raised_hand raised_hands raising_hand rat recycle red_circle
relaxed relieved repeat rewind ribbon robot_face rocket rolling_on_the_floor_laughing rose rotating_light runner sad
salute saluting_face santa satisfied scales school scissors scream scroll see_no_evil seedling seven shield ship shrug
six skull slightly_frowning_face slightly_smiling_face smile smiley smiling_face_with_tear smirk sneezing_face
snowflake snowman sob sos soon sparkles speak_no_evil speech_balloon star star-struck star2 stop_sign stopwatch
stuck_out_tongue sun_with_face sunflower sunglasses sunny sweat sweat_smile table_tennis_paddle_and_ball tada
telephone telescope tent thermometer thinking_face third_place_medal thought_balloon three ticket tired_face tm tools
trash triangular_flag_on_post triangular_ruler trophy turtle two umbrella unamused unicorn_face unlock up
upside_down_face v vertical_traffic_light warning wastebasket watch wave waving_black_flag waving_white_flag weary
white_check_mark white_circle white_heart white_large_square white_square wind_blowing_face wine_glass wink
woman-facepalming worried wrench writing_hand x yellow_heart yum zany_face zap zero zipper_mouth_face zzz
"""
STANDARD = frozenset(NAMES.split())
TONES = frozenset(f"skin-tone-{number}" for number in range(2, 7))


def known(name: str, own: set[str]) -> bool:
    """Whether there is an emoji of that name; a skin tone may follow."""
    bare, colons, tone = name.partition("::")
    return bare in STANDARD | own and (not colons or tone in TONES)
