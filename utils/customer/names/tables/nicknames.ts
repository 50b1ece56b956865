/** Given names and what those who bear them are called, a line a name; written by hand. One may stand in several lines. */
export const NICKNAMES = `
robert bob bobby rob robbie bert
william bill billy will willie liam
thomas tom tommy
richard rick ricky dick rich richie
james jim jimmy jamie
john jack johnny jon
jonathan jon jonny
michael mike mick mickey mikey
edward ed eddie ted teddy ned
charles charlie chuck chas
joseph joe joey
david dave davey
daniel dan danny
anthony tony
andrew andy drew
christopher chris kit topher
christine chris chrissie tina
christina chris tina
nicholas nick nicky
alexander alex alec sandy sasha
alexandra alex sandra sasha
samuel sam sammy
samantha sam sammy
benjamin ben benny benji
matthew matt matty
gregory greg
stephen steve stevie
steven steve
timothy tim timmy
kenneth ken kenny
ronald ron ronnie
donald don donnie
douglas doug
frederick fred freddie freddy
francis frank frankie
franklin frank
george georgie
gerald gerry jerry
jeffrey jeff
geoffrey geoff
lawrence larry laurie
leonard len lenny leo
patrick pat paddy
patricia pat patty trish tricia
peter pete
philip phil
phillip phil
raymond ray
theodore ted theo teddy
vincent vince vinnie
walter walt wally
zachary zach zack
joshua josh
jacob jake
nathaniel nathan nate
albert al bert
alfred alf fred alfie
harold harry hal
henry harry hank hal
eugene gene
elizabeth liz lizzie beth betty eliza betsy libby lisa
margaret maggie meg peggy marge margie greta
katherine kate katie kathy kat kathie
catherine kate katie cathy cat cathie
kathleen kathy kate
jennifer jen jenny
jessica jess jessie
rebecca becky becca
susan sue susie suzy
suzanne sue suzy
barbara barb babs
deborah deb debbie
dorothy dot dottie dolly
victoria vicky vicki tori
virginia ginny
judith judy
pamela pam
cynthia cindy
sandra sandy
amanda mandy
abigail abby gail
gabrielle gabby
isabella bella izzy
josephine jo josie
joanna jo joan
theresa terry tess tessa
terence terry
valerie val
veronica ronnie
johannes hans jan
maximilian max
friedrich fritz
sebastian basti
guillermo memo
jose pepe
francisco paco pancho
`;
