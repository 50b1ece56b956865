#!/usr/bin/perl
# Fills an empty Request Tracker from a JSON file: staff, queue, custom field, users, tickets (from mails).
# Usage: seed.pl FILE.json     Prints a JSON object {ticket key: id}.
use strict;
use warnings;
use utf8;
use lib '/usr/share/request-tracker5/lib';
use Encode qw(encode_utf8);
use JSON;
use RT;
RT::LoadConfig();
RT::Init();
use RT::Interface::Email;

my $seed = do { local ( @ARGV, $/ ) = @ARGV; decode_json(<>) };
my $system = RT->SystemUser;

sub made {
    my ( $ok, $what ) = @_;
    die "could not make $what\n" unless $ok;
}

sub add_staff {
    my ($person) = @_;
    my $user = RT::User->new($system);
    made( $user->Create(
        Name => $person->{login}, RealName => $person->{name}, EmailAddress => $person->{address},
        Password => $seed->{password}, Privileged => 1,
    ), "staff $person->{login}" );
    $user->PrincipalObj->GrantRight( Right => 'SuperUser', Object => $RT::System );
    return $user->id;
}

sub add_queue {
    my $queue = RT::Queue->new($system);
    made( $queue->Create(
        Name => 'Orders', Description => 'Orders and questions',
        CorrespondAddress => $seed->{desk}, CommentAddress => $seed->{desk},
    ), 'queue' );
    my $everyone = RT::Group->new($system);
    $everyone->LoadSystemInternalGroup('Everyone');
    $everyone->PrincipalObj->GrantRight( Right => $_, Object => $queue )
        for qw(CreateTicket ReplyToTicket CommentOnTicket SeeQueue);
    my $number = RT::CustomField->new($system);
    made( $number->Create(
        Name => 'Customer number', Type => 'FreeformSingle',
        LookupType => 'RT::Queue-RT::Ticket', Queue => $queue->id,
    ), 'custom field' );
    return ( $queue, $number );
}

# A mail reaches RT as from the mail gateway; one that continues a ticket carries its number in the subject.
sub deliver {
    my ( $mail, $id ) = @_;
    $mail =~ s/^Subject: /Subject: [$seed->{rtname} #$id] /m if $id;
    my ( $status, $error, $ticket ) = RT::Interface::Email::Gateway(
        { message => encode_utf8($mail), queue => 'Orders', action => 'correspond' } );
    die "mail refused: $error\n" unless $status > 0 && $ticket && $ticket->id;
    return $ticket->id;
}

sub add_ticket {
    my ( $spec, $queue, $number, $staff ) = @_;
    my $id;
    $id = deliver( $_, $id ) for @{ $spec->{eml} };
    my $ticket = RT::Ticket->new($system);
    if ($id) { $ticket->Load($id) }
    else {
        ($id) = $ticket->Create( Queue => $queue->id, Subject => $spec->{subject} );
        made( $id, "ticket $spec->{key}" );
    }
    if ( my $requestors = $spec->{requestors} ) {
        $ticket->DeleteWatcher( Type => 'Requestor', PrincipalId => $_->PrincipalId )
            for @{ $ticket->Requestors->UserMembersObj->ItemsArrayRef };
        $ticket->AddWatcher( Type => 'Requestor', Email => $_ ) for @$requestors;
    }
    $ticket->AddWatcher( Type => 'Cc',      Email => $_ ) for @{ $spec->{cc}      || [] };
    $ticket->AddWatcher( Type => 'AdminCc', Email => $_ ) for @{ $spec->{adminCc} || [] };
    $ticket->AddCustomFieldValue( Field => $number->id, Value => $spec->{customerNumber} )
        if $spec->{customerNumber};
    $ticket->SetOwner( $staff->{ $spec->{owner} } ) if $spec->{owner};
    return $id;
}

RT->DatabaseHandle->BeginTransaction;
my %staff = map { $_->{address} => add_staff($_) } @{ $seed->{staff} };
my ( $queue, $number ) = add_queue();
for my $person ( @{ $seed->{users} } ) {
    my $user = RT::User->new($system);
    made( $user->Create(
        Name => $person->{address}, EmailAddress => $person->{address}, RealName => $person->{name},
        Organization => $person->{organization}, WorkPhone => $person->{phone}, Privileged => 0,
    ), "user $person->{address}" );
}
my %ids = map { $_->{key} => add_ticket( $_, $queue, $number, \%staff ) } @{ $seed->{tickets} };
RT->DatabaseHandle->Commit;
print encode_json( \%ids ), "\n";
