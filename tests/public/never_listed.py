"""Names, places and conditions written apart from the builder's own never_ lists, to test them."""

_NAMES = """
james mary robert patricia john jennifer michael linda david elizabeth william barbara richard susan joseph
jessica thomas sarah charles karen christopher lisa daniel nancy matthew betty anthony sandra mark margaret
donald ashley steven kimberly andrew emily paul donna joshua michelle kenneth carol kevin amanda brian
melissa george deborah timothy stephanie ronald dorothy jason rebecca edward sharon jeffrey laura ryan
cynthia jacob amy gary kathleen nicholas angela eric shirley jonathan brenda stephen emma larry anna justin
pamela scott nicole brandon samantha benjamin katherine samuel christine gregory helen alexander debra
patrick rachel frank carolyn raymond janet jack maria dennis catherine jerry heather tyler diane aaron
olivia jose julie adam joyce nathan victoria henry ruth zachary virginia douglas lauren peter kelly kyle
christina noah joan ethan evelyn jeremy judith christian andrea keith hannah austin megan roger cheryl terry
jacqueline sean martha gerald madison carl teresa harold gloria dylan sara arthur janice lawrence ann jordan
kathryn jesse abigail bryan sophia billy frances bruce jean gabriel alice joe judy logan isabella alan julia
juan grace albert amber willie denise elijah danielle wayne marilyn randy beverly vincent charlotte mason
natalie roy theresa ralph diana bobby brittany russell doris bradley kayla philip alexis eugene lori bill
will rose may april june grant chase lance dean drew art gene guy pat sue rob rich rob bob mike nick max
hope faith joy ivy iris daisy lily violet ruby pearl crystal jasmine holly hazel olive ginger basil sage
dawn eve angel charity destiny summer autumn sky river journey legend prince king duke earl major smith
johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson anderson
taylor moore jackson martin lee perez thompson white harris sanchez clark ramirez lewis robinson walker
young allen wright torres nguyen hill flores green adams nelson baker hall rivera campbell mitchell carter
roberts gomez phillips evans turner diaz parker cruz edwards collins reyes stewart morris morales murphy
cook rogers gutierrez ortiz morgan cooper peterson bailey reed kelly howard ramos kim cox ward richardson
watson brooks chavez wood bennett gray mendoza ruiz hughes price alvarez castillo sanders patel myers long
ross foster jimenez wells webb hunter fox stone rice black knight bishop page park parks banks love day cash
church mills woods rivers waters fields bell hart wolf
"""

_PLACES = """
afghanistan albania algeria argentina armenia australia austria bangladesh belgium bolivia brazil bulgaria
cambodia cameroon canada chad chile china colombia congo croatia cuba cyprus denmark ecuador egypt england
estonia ethiopia finland france gambia georgia germany ghana greece guatemala guinea haiti honduras hungary
iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kenya korea kuwait laos latvia
lebanon liberia libya lithuania madagascar malawi malaysia mali malta mexico moldova monaco mongolia morocco
mozambique myanmar namibia nepal netherlands niger nigeria norway oman pakistan panama paraguay peru
philippines poland portugal qatar romania russia rwanda samoa scotland senegal serbia singapore slovakia
somalia spain sudan sweden switzerland syria taiwan tanzania thailand togo tonga tunisia turkey uganda
ukraine uruguay venezuela vietnam wales yemen zambia zimbabwe alabama alaska arizona california colorado
florida hawaii idaho indiana iowa kansas kentucky maine maryland michigan montana nevada ohio oregon texas
utah vermont virginia washington wyoming london paris berlin madrid rome vienna athens dublin lisbon oslo
stockholm warsaw prague moscow tokyo beijing shanghai delhi mumbai bangkok manila jakarta sydney melbourne
toronto vancouver chicago houston dallas phoenix boston seattle denver detroit atlanta miami memphis
nashville portland austin vegas reading bath nice orange mobile buffalo cork hull split limerick java jersey
cologne champagne burgundy africa america asia europe
"""

_CONDITIONS = """
cancer diabetes depression adhd pregnant pregnancy autism asthma arthritis anemia anxiety allergy allergies
alzheimer amnesia aneurysm angina anorexia appendicitis bipolar blindness bronchitis bruise bulimia cataract
cholera chickenpox chlamydia cirrhosis claustrophobia colitis coma concussion constipation covid cough cramp
cramps cyst deafness dehydration delirium dementia dengue dermatitis diabetic diarrhea disability disabled
disease dizziness dyslexia ebola eczema embolism emphysema epilepsy fatigue fever fibromyalgia flu fracture
gallstone gastritis glaucoma gonorrhea gout hallucination hangover headache heartburn hemorrhoid hepatitis
hernia herpes hiv hives hypertension hypothermia illness incontinence indigestion infection infertility
inflammation influenza injury injuries insomnia jaundice laryngitis leprosy leukemia lupus lymphoma malaria
malnutrition mania measles melanoma meningitis menopause migraine migraines miscarriage mononucleosis mumps
myopia narcolepsy nausea neuropathy numbness obese obesity ocd osteoporosis overdose overweight pain pains
palpitation panic paralysis paranoia parkinson phobia plague pneumonia polio psoriasis psychosis ptsd rabies
rash rheumatism scabies schizophrenia sciatica scoliosis scurvy seizure sepsis shingles sickness sinusitis
smallpox sprain stroke suicide suicidal sunburn swelling syndrome syphilis tetanus tinnitus tonsillitis
toothache trauma tuberculosis tumor typhoid ulcer vertigo virus vomit vomiting wart wound wounds
"""

NAMES, PLACES, CONDITIONS = (frozenset(text.split()) for text in (_NAMES, _PLACES, _CONDITIONS))
