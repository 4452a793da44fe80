using System.Net;
using System.Reflection;
using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Authorization;

/// <summary>"Who may do what": the table by operation, held against what each operation declares.</summary>
public sealed class MatrixTests
{
    private const string Table =
        """
        operation              | tenant admin | supporter | owner | admin | member | acting owner | super_admin | look-only | guest | signed out
        SignIn                 | ✓            | ✓         | ✓     | ✓     | ✓      | ✓            | ✓           | ✓         | ✓     | ✓
        CheckPassword          | ✓            | ✓         | ✓     | ✓     | ✓      | ✓            | ✓           | ✓         | ✓     | ✓
        AskForPasswordReset    | ✓            | ✓         | ✓     | ✓     | ✓      | ✓            | ✓           | ✓         | ✓     | ✓
        FindResetLink          | ✓            | ✓         | ✓     | ✓     | ✓      | ✓            | ✓           | ✓         | ✓     | ✓
        ResetPassword          | ✓            | ✓         | ✓     | ✓     | ✓      | ✓            | ✓           | ✓         | ✓     | ✓
        FindInvitedAccount     | ✓            | ✓         | ✓     | ✓     | ✓      | ✓            | ✓           | ✓         | ✓     | ✓
        ActivateAccount        | ✓            | ✓         | ✓     | ✓     | ✓      | ✓            | ✓           | ✓         | ✓     | ✓
        RenewActivation        | ✓            | ✓         | ✓     | ✓     | ✓      | ✓            | ✓           | ✓         | ✓     | ✓
        SignOut                | ✓            | ✓         | ✓     | ✓     | ✓      | ✓            | ✓           | ✓         |       |
        ShowMe                 | ✓            | ✓         | ✓     | ✓     | ✓      | ✓            | ✓           | ✓         |       |
        ChangeProfile          | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           |       |
        ChangePassword         | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           |       |
        ListSessions           | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           |       |
        EndSession             | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           |       |
        EndOtherSessions       | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           |       |
        ListLockedAccounts     | ✓            |           | ✓     | ✓     |        | ✓            | ✓           | ✓         |       |
        FindOrganizations      | ✓            | ✓         |       |       |        |              |             |           |       |
        UnlockAccount          | ✓            |           | ✓     | ✓     |        | ✓            | ✓           |           |       |
        ProtectKnownDevices    | ✓            |           |       |       |        |              |             |           |       |
        LogInToSupport         | ✓            | ✓         |       |       |        |              |             |           |       |
        LeaveRemoteLogin       | ✓            | ✓         | ✓     | ✓     | ✓      | ✓            | ✓           | ✓         |       |
        EndRemoteLogin         |              |           | ✓     | ✓     |        |              |             |           |       |
        ListRemoteLogins       | ✓            | ✓         | ✓     | ✓     |        |              |             |           |       |
        FindLoginNotice        |              |           | ✓     | ✓     |        |              |             |           |       |
        ChangeLoginNotice      |              |           | ✓     |       |        |              |             |           |       |
        ShowBanner             | ✓            | ✓         | ✓     | ✓     | ✓      | ✓            | ✓           | ✓         |       |
        ShowEndedLogin         | ✓            | ✓         | ✓     | ✓     | ✓      | ✓            | ✓           | ✓         | ✓     | ✓
        ListOwnRemoteLogins    | ✓            | ✓         |       |       |        |              |             |           |       |
        ListAuditEvents        | ✓            |           | ✓     | ✓     |        | ✓            | ✓           | ✓         |       |
        ExportAuditEvents      | ✓            |           | ✓     | ✓     |        | ✓            | ✓           | ✓         |       |
        ListAuditPeople        | ✓            |           | ✓     | ✓     |        | ✓            | ✓           | ✓         |       |
        ListMembers            |              |           | ✓     | ✓     |        | ✓            | ✓           | ✓         |       |
        InviteMember           |              |           | ✓     | ✓     |        | ✓            | ✓           |           |       |
        RenewInvitation        |              |           | ✓     | ✓     |        | ✓            | ✓           |           |       |
        ChangeMember           |              |           | ✓     | ✓     |        | ✓            | ✓           |           |       |
        ChangeMemberRole       |              |           | ✓     | ✓     |        | ✓            | ✓           |           |       |
        DeactivateMember       |              |           | ✓     | ✓     |        | ✓            | ✓           |           |       |
        ReactivateMember       |              |           | ✓     | ✓     |        | ✓            | ✓           |           |       |
        ListPartnerUsers       | ✓            |           |       |       |        |              |             |           |       |
        ShowPartnerUser        | ✓            |           |       |       |        |              |             |           |       |
        InvitePartnerUser      | ✓            |           |       |       |        |              |             |           |       |
        RenewPartnerInvitation | ✓            |           |       |       |        |              |             |           |       |
        ChangePartnerUser      | ✓            |           |       |       |        |              |             |           |       |
        ChangePartnerUserRole  | ✓            |           |       |       |        |              |             |           |       |
        DeactivatePartnerUser  | ✓            |           |       |       |        |              |             |           |       |
        ReactivatePartnerUser  | ✓            |           |       |       |        |              |             |           |       |
        ShowLimits             | ✓            |           |       |       |        |              |             |           |       |
        ChangeLimits           | ✓            |           |       |       |        |              |             |           |       |
        ListMessages           | ✓            |           |       |       |        |              |             |           |       |
        ShowMessage            | ✓            |           |       |       |        |              |             |           |       |
        ResendMessage          | ✓            |           |       |       |        |              |             |           |       |
        ListSoleContacts       | ✓            |           |       |       |        |              |             |           |       |
        CreateOrganization     | ✓            | ✓         |       |       |        |              |             |           |       |
        StartImport            | ✓            | ✓         |       |       |        |              |             |           |       |
        ImportChecked          | ✓            | ✓         |       |       |        |              |             |           |       |
        StopImport             | ✓            | ✓         |       |       |        |              |             |           |       |
        ListImports            | ✓            | ✓         |       |       |        |              |             |           |       |
        ShowImport             | ✓            | ✓         |       |       |        |              |             |           |       |
        ListImportFaults       | ✓            | ✓         |       |       |        |              |             |           |       |
        ShowOrganization       | ✓            | ✓         | ✓     | ✓     |        | ✓            | ✓           | ✓         |       |
        ChangeOrganization     | ✓            | ✓         | ✓     | ✓     |        | ✓            | ✓           |           |       |
        NameOwner              | ✓            | ✓         |       |       |        |              |             |           |       |
        RenewOwnerInvitation   | ✓            | ✓         |       |       |        |              |             |           |       |
        ExportOrganizations    | ✓            | ✓         |       |       |        |              |             |           |       |
        ChangeManagedBy        | ✓            | ✓         | ✓     |       |        |              |             |           |       |
        AskForHandover         | ✓            | ✓         |       |       |        |              |             |           |       |
        WithdrawHandover       | ✓            | ✓         |       |       |        |              |             |           |       |
        AcceptHandover         |              |           | ✓     |       |        |              |             |           |       |
        RefuseHandover         |              |           | ✓     |       |        |              |             |           |       |
        ListSuccessors         |              |           | ✓     |       |        |              |             |           |       |
        HandOverOwnership      |              |           | ✓     |       |        |              |             |           |       |
        CheckSupportContacts   | ✓            | ✓         | ✓     | ✓     |        | ✓            | ✓           |           |       |
        ShowSupportContacts    | ✓            | ✓         | ✓     | ✓     |        | ✓            | ✓           | ✓         |       |
        SaveSupportContacts    | ✓            | ✓         | ✓     | ✓     |        | ✓            | ✓           |           |       |
        ShowContactsField      | ✓            | ✓         | ✓     | ✓     |        | ✓            | ✓           |           |       |
        FindSupportContactCandidates | ✓      | ✓         | ✓     | ✓     |        | ✓            | ✓           |           |       |
        IssueActivationLink    | ✓            | ✓         |       |       |        |              |             |           |       |
        SubmitRequest          | ✓            | ✓         |       |       |        |              |             |           |       |
        AskForMoreTime         | ✓            | ✓         |       |       |        |              |             |           |       |
        CancelRequest          | ✓            | ✓         |       |       |        |              |             |           |       |
        ReturnAccess           | ✓            | ✓         |       |       |        |              | ✓           | ✓         |       |
        ApproveRequest         |              |           | ✓     |       |        |              |             |           |       |
        RejectRequest          |              |           | ✓     |       |        |              |             |           |       |
        RevokeAccess           |              |           | ✓     |       |        |              |             |           |       |
        ChangeAccessEnd        |              |           | ✓     |       |        |              |             |           |       |
        ListRequests           | ✓            | ✓         | ✓     | ✓     |        | ✓            | ✓           | ✓         |       |
        ShowRequest            | ✓            | ✓         | ✓     | ✓     |        | ✓            | ✓           | ✓         |       |
        FindAccess             | ✓            | ✓         | ✓     | ✓     |        | ✓            | ✓           | ✓         |       |
        ListOpenAccess         | ✓            | ✓         |       |       |        |              |             |           |       |
        ListContactsToReach    | ✓            | ✓         | ✓     | ✓     | ✓      | ✓            | ✓           | ✓         | ✓     | ✓
        ReportProblem          |              |           | ✓     | ✓     | ✓      | ✓            | ✓           |           |       |
        ReportSignedOut        | ✓            | ✓         | ✓     | ✓     | ✓      | ✓            | ✓           | ✓         | ✓     | ✓
        ListProblemReports     | ✓            | ✓         | ✓     | ✓     | ✓      | ✓            | ✓           | ✓         |       |
        ShowProblemReport      | ✓            | ✓         | ✓     | ✓     | ✓      | ✓            | ✓           | ✓         |       |
        OpenAttachment         | ✓            | ✓         | ✓     | ✓     | ✓      | ✓            | ✓           | ✓         |       |
        TakeReport             | ✓            | ✓         | ✓     | ✓     | ✓      | ✓            | ✓           |           |       |
        ResolveReport          | ✓            | ✓         | ✓     | ✓     | ✓      | ✓            | ✓           |           |       |
        ReplyToReport          | ✓            | ✓         | ✓     | ✓     | ✓      | ✓            | ✓           |           |       |
        AttachToReport         | ✓            | ✓         | ✓     | ✓     | ✓      | ✓            | ✓           |           |       |
        FindReportStatus       | ✓            | ✓         | ✓     | ✓     | ✓      | ✓            | ✓           | ✓         | ✓     | ✓
        ReplyByLink            | ✓            | ✓         | ✓     | ✓     | ✓      | ✓            | ✓           | ✓         | ✓     | ✓
        ListApplications       | ✓            | ✓         | ✓     | ✓     | ✓      | ✓            | ✓           | ✓         | ✓     | ✓
        AddApplication         | ✓            |           |       |       |        |              |             |           |       |
        RenameApplication      | ✓            |           |       |       |        |              |             |           |       |
        RemoveApplication      | ✓            |           |       |       |        |              |             |           |       |
        ShowBrand              | ✓            |           |       |       |        |              |             |           |       |
        ChangeBrand            | ✓            |           |       |       |        |              |             |           |       |
        ReplaceBrandPicture    | ✓            |           |       |       |        |              |             |           |       |
        RemoveBrandPicture     | ✓            |           |       |       |        |              |             |           |       |
        ListMessageTemplates   | ✓            |           |       |       |        |              |             |           |       |
        ShowMessageTemplate    | ✓            |           |       |       |        |              |             |           |       |
        PreviewMessageTemplate | ✓            |           |       |       |        |              |             |           |       |
        SaveMessageTemplate    | ✓            |           |       |       |        |              |             |           |       |
        ReturnToBuiltInTemplate | ✓            |           |       |       |        |              |             |           |       |
        ListTemplateVersions   | ✓            |           |       |       |        |              |             |           |       |
        RestoreTemplateVersion | ✓            |           |       |       |        |              |             |           |       |
        SendTestMessage        | ✓            |           |       |       |        |              |             |           |       |
        ShowTestMessage        | ✓            |           |       |       |        |              |             |           |       |
        ShowMailDelivery       | ✓            |           |       |       |        |              |             |           |       |
        SaveMailDelivery       | ✓            |           |       |       |        |              |             |           |       |
        CheckMail              | ✓            |           |       |       |        |              |             |           |       |
        RenewSenderLink        | ✓            |           |       |       |        |              |             |           |       |
        ShowSmsDelivery        | ✓            |           |       |       |        |              |             |           |       |
        SaveSmsDelivery        | ✓            |           |       |       |        |              |             |           |       |
        SendTestSms            | ✓            |           |       |       |        |              |             |           |       |
        FindSenderLink         | ✓            | ✓         | ✓     | ✓     | ✓      | ✓            | ✓           | ✓         | ✓     | ✓
        ConfirmSender          | ✓            | ✓         | ✓     | ✓     | ✓      | ✓            | ✓           | ✓         | ✓     | ✓
        RingCall               | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           | ✓     |
        AnswerCall             | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           |       |
        QuietCall              | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           |       |
        HangUp                 | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           | ✓     |
        StayInCall             | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           | ✓     |
        SayInCall              | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           | ✓     |
        ShowRoom               | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           | ✓     |
        RateCall               | ✓            | ✓         | ✓     | ✓     | ✓      | ✓            | ✓           | ✓         | ✓     | ✓
        FindRating             | ✓            | ✓         | ✓     | ✓     | ✓      | ✓            | ✓           | ✓         | ✓     | ✓
        ListRingingCalls       | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           |       |
        ListMissedCalls        | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           |       |
        ListCalls              | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           |       |
        ShowCall               | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           |       |
        ListCallPeople         | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           |       |
        ListCallTroubles       | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           |       |
        RecordDeliveryReport   | ✓            | ✓         | ✓     | ✓     | ✓      | ✓            | ✓           | ✓         | ✓     | ✓
        ListMedia              | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           |       |
        ShowMedia              | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           |       |
        OpenMedia              | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           |       |
        ListMediaOwners        | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           |       |
        AddMedia               | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           |       |
        RenameMedia            | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           |       |
        DeleteMedia            | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           |       |
        RestoreMedia           | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           |       |
        FindRunningCall        | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           |       |
        SendFromLibrary        | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           |       |
        AskToRecord            | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           |       |
        KeepPiece              | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           |       |
        FinishRecording        | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           |       |
        NoteEvents             | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           |       |
        FindMediaRoom          | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           | ✓     |
        SendFile               | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           | ✓     |
        OpenCallMedia          | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           | ✓     |
        AnswerRecording        | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           | ✓     |
        ShowRecording          | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           | ✓     |
        InviteGuest            | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           |       |
        ListSupportInvitations | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           |       |
        ShowSupportInvitation  | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           |       |
        ShowInvitationForm     | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           |       |
        ShowInvitationLink     | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           |       |
        PreviewInvitation      | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           |       |
        ResendSupportInvitation | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           |       |
        CancelSupportInvitation | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           |       |
        LookAtLink             | ✓            | ✓         | ✓     | ✓     | ✓      | ✓            | ✓           | ✓         | ✓     | ✓
        MarkLinkOpened         | ✓            | ✓         | ✓     | ✓     | ✓      | ✓            | ✓           | ✓         | ✓     | ✓
        StartAsGuest           | ✓            | ✓         | ✓     | ✓     | ✓      | ✓            | ✓           | ✓         | ✓     | ✓
        ContinueHere           | ✓            | ✓         | ✓     | ✓     | ✓      | ✓            | ✓           | ✓         | ✓     | ✓
        ShowVisit              | ✓            | ✓         | ✓     | ✓     | ✓      | ✓            | ✓           | ✓         | ✓     | ✓
        ShowQuestion           | ✓            | ✓         | ✓     | ✓     | ✓      | ✓            | ✓           | ✓         | ✓     | ✓
        ShowTerms              | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           | ✓     |
        AcceptTerms            | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           | ✓     |
        DeclineTerms           | ✓            | ✓         | ✓     | ✓     | ✓      |              |             |           | ✓     |
        """;

    private static readonly (string Name, string Kind, string Role)[] Columns =
    [
        ("tenant admin", "partner", "admin"), ("supporter", "partner", "supporter"),
        ("owner", "organization", "owner"), ("admin", "organization", "admin"), ("member", "organization", "member"),
        ("acting owner", "partner", "supporter"), ("super_admin", "partner", "supporter"), ("look-only", "partner", "supporter"), ("guest", "", ""), ("signed out", "", ""),
    ];

    /// <summary>Every operation that people can reach, each with each column of the table.</summary>
    public static IEnumerable<object[]> Cells =>
        Rows().Where(row => Find(row[0]) is not null).SelectMany(row => Columns.Select((column, i) => new object[] { row[0], column.Name, row[i + 1] == "✓" }));

    [Fact]
    public void Every_operation_stands_in_the_table_but_the_operators_own() =>
        Assert.Empty(Operations().Where(type => type.GetCustomAttribute<OperatorOnlyAttribute>() is null).Select(type => type.Name).Except(Rows().Select(row => row[0])));

    [Fact]
    public void The_tables_columns_are_all_there_are()
    {
        Assert.Equal(Columns.Select(column => column.Name), Table.Split('\n')[0].Split('|', StringSplitOptions.TrimEntries)[1..]);
        Assert.Equal(Enum.GetValues<Standing>(), Columns[..^1].Select(column => Permissions.StandingOf(CallerOf(column.Name))!.Value));
    }

    [Theory, MemberData(nameof(Cells))]
    public void An_operation_lets_in_whom_the_table_says_and_nobody_else(string operation, string standing, bool may)
    {
        var refusal = Check(Find(operation)!, CallerOf(standing));
        Assert.Equal(may, refusal is null);
        if (!may) Assert.Contains(refusal!.Code, standing switch
        {
            "signed out" => ["unauthenticated"],
            "guest" => ["unauthenticated", "forbidden", "owner_only"],
            _ => new[] { "forbidden", "owner_only", "in_person_only" },
        });
    }

    [Theory, Trait("Behaviour", "RA-11")]
    [InlineData(Permission.OwnAccount, "super_admin", "in_person_only")]
    [InlineData(Permission.Decide, "acting owner", "in_person_only")]
    [InlineData(Permission.Decide, "super_admin", "in_person_only")]
    [InlineData(Permission.ManagedBy, "acting owner", "in_person_only")]
    [InlineData(Permission.Presence, "acting owner", "in_person_only")]
    [InlineData(Permission.Support, "super_admin", "in_person_only")]
    [InlineData(Permission.Decide, "admin", "owner_only")]
    [InlineData(Permission.Decide, "supporter", "owner_only")]
    [InlineData(Permission.Members, "look-only", "forbidden")]
    [InlineData(Permission.Tenant, "super_admin", "forbidden")]
    public void A_refusal_says_why(Permission permission, string standing, string code) =>
        Assert.Equal(code, new RequiresAttribute(permission).Check(CallerOf(standing))!.Code);

    [Fact]
    public void Nobody_who_comes_over_HTTP_may_do_what_is_the_operators() =>
        Assert.All(
            Operations().Where(type => type.GetCustomAttribute<OperatorOnlyAttribute>() is not null),
            type => Assert.All(Columns, column => Assert.NotNull(Check(type, CallerOf(column.Name)))));

    [Theory, Trait("Behaviour", "AC-5")]
    [InlineData("tenant admin", HttpStatusCode.NotFound)]
    [InlineData("supporter", HttpStatusCode.Forbidden)]
    [InlineData("owner", HttpStatusCode.NotFound)]
    [InlineData("admin", HttpStatusCode.NotFound)]
    [InlineData("member", HttpStatusCode.Forbidden)]
    [InlineData("signed out", HttpStatusCode.Unauthorized)]
    public async Task The_API_asks_who_may_before_it_looks_whether_the_account_exists(string standing, HttpStatusCode expected)
    {
        var tenant = await TestTenant.CreateAsync();
        var api = await SignInAsync(tenant, standing);
        Assert.Equal(expected, (await api.PostAsync($"/users/{Guid.CreateVersion7(TestClock.Start)}/unlock")).Status);
    }

    private static async Task<Api> SignInAsync(TestTenant tenant, string standing)
    {
        var (_, kind, role) = Columns.Single(column => column.Name == standing);
        if (kind.Length == 0) return tenant.Call();
        var account = kind == "partner" ? await tenant.AddPartnerUserAsync(role) : await tenant.AddMemberAsync(await tenant.AddOrganizationAsync(), role);
        return await tenant.Call().SignInAsync(account.Email);
    }

    private static Refusal? Check(Type operation, Caller caller) =>
        operation.GetCustomAttributes<RequirementAttribute>().Select(requirement => requirement.Check(caller)).FirstOrDefault(refusal => refusal is not null);

    private static Caller CallerOf(string standing)
    {
        var (name, kind, role) = Columns.Single(column => column.Name == standing);
        if (name == "guest") return new Caller { Pass = new Pass(Guid.Empty, Guid.Empty, "en", TestClock.Start) };
        return new Caller { Session = kind.Length == 0 ? null : SessionOf(name, kind, role) };
    }

    private static Session SessionOf(string name, string kind, string role) =>
        new(Guid.Empty, Guid.Empty, TestClock.Start, TestClock.Start, "", "", kind, role, kind == "organization" ? Guid.Empty : null, null, null, ActingOf(name));

    private static Acting? ActingOf(string name) => name switch
    {
        "acting owner" => new Acting("owner", Guid.Empty, null),
        "super_admin" => new Acting("super_admin", Guid.Empty, Guid.Empty),
        "look-only" => new Acting("look_only", Guid.Empty, Guid.Empty),
        _ => null,
    };

    private static IEnumerable<Type> Operations() => typeof(Node).Assembly.GetTypes().Where(type => typeof(IBaseRequest).IsAssignableFrom(type) && !type.IsAbstract);

    private static Type? Find(string operation) => Operations().SingleOrDefault(type => type.Name == operation);

    private static IEnumerable<string[]> Rows() => Table.Split('\n').Skip(1).Select(line => line.Split('|', StringSplitOptions.TrimEntries));
}
