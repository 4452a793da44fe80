using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Shared;

/// <summary>What an operation may ask of its caller: the rows of the table "Who may do what", which MatrixTests holds.</summary>
public enum Permission
{
    /// <summary>Own profile, password and sessions; always in person.</summary>
    OwnAccount,

    /// <summary>Search, list and create organizations; see their information, Support Contacts and access history.</summary>
    Organizations,

    /// <summary>See an organization from inside: its own information, members, audit trail, access requests.</summary>
    LookInside,

    /// <summary>Request access and log in to support; from the partner's own session, never from inside.</summary>
    Support,

    /// <summary>Change an organization's own information; inside it only what is theirs to change.</summary>
    Information,

    /// <summary>Give granted access back early (RA-20); from the partner's own session or from inside on it.</summary>
    GiveBack,

    /// <summary>Approve, reject, revoke or change a grant; accept a handover; hand over ownership. The owner in person.</summary>
    Decide,

    /// <summary>Change who manages an organization (OR-4): a partner user, or the owner in person.</summary>
    ManagedBy,

    /// <summary>See who of the partner is inside, and end it (RA-15); in person.</summary>
    Presence,

    /// <summary>Invite, change and deactivate members of the own organization, and lift their locks.</summary>
    Members,

    /// <summary>Support Contacts of an organization.</summary>
    SupportContacts,

    /// <summary>Report a problem of the own organization, and see what became of it.</summary>
    ReportProblem,

    /// <summary>Support invitations, and the own calls, media and history; in person.</summary>
    Invitations,

    /// <summary>What both sides of a call do in it. In which call somebody may be, the call's own seats say.</summary>
    InCall,

    /// <summary>Brand, security, partner users and everything else that is the tenant's.</summary>
    Tenant,
}

/// <summary>What somebody is when they call: the columns of the same table.</summary>
public enum Standing
{
    /// <summary>A partner user who administers the tenant.</summary>
    TenantAdmin,

    /// <summary>Any other partner user.</summary>
    Supporter,

    /// <summary>The one owner of an organization.</summary>
    Owner,

    /// <summary>An administrator of an organization.</summary>
    Admin,

    /// <summary>Any other member of an organization.</summary>
    Member,

    /// <summary>A partner user in a remote login to an organization that the service provider manages (RA-2).</summary>
    ActingOwner,

    /// <summary>A partner user in a remote login that the owner approved (RA-3).</summary>
    SuperAdmin,

    /// <summary>A partner user in a remote login in which nothing can be changed.</summary>
    LookOnly,

    /// <summary>Somebody without an account, let into a call by an invitation.</summary>
    Guest,
}

/// <summary>The whole truth about who may do what; tested row by row.</summary>
public static class Permissions
{
    private static readonly Dictionary<Permission, Standing[]> Holders = new()
    {
        [Permission.OwnAccount] = [Standing.TenantAdmin, Standing.Supporter, Standing.Owner, Standing.Admin, Standing.Member],
        [Permission.Organizations] = [Standing.TenantAdmin, Standing.Supporter],
        [Permission.LookInside] = [Standing.Owner, Standing.Admin, Standing.ActingOwner, Standing.SuperAdmin, Standing.LookOnly],
        [Permission.Support] = [Standing.TenantAdmin, Standing.Supporter],
        [Permission.Information] = [Standing.TenantAdmin, Standing.Supporter, Standing.Owner, Standing.Admin, Standing.ActingOwner, Standing.SuperAdmin],
        [Permission.GiveBack] = [Standing.TenantAdmin, Standing.Supporter, Standing.SuperAdmin, Standing.LookOnly],
        [Permission.Decide] = [Standing.Owner],
        [Permission.ManagedBy] = [Standing.TenantAdmin, Standing.Supporter, Standing.Owner],
        [Permission.Presence] = [Standing.Owner, Standing.Admin],
        [Permission.Members] = [Standing.Owner, Standing.Admin, Standing.ActingOwner, Standing.SuperAdmin],
        [Permission.SupportContacts] = [Standing.TenantAdmin, Standing.Supporter, Standing.Owner, Standing.Admin, Standing.ActingOwner, Standing.SuperAdmin],
        [Permission.ReportProblem] = [Standing.Owner, Standing.Admin, Standing.Member, Standing.ActingOwner, Standing.SuperAdmin],
        [Permission.Invitations] = [Standing.TenantAdmin, Standing.Supporter, Standing.Owner, Standing.Admin, Standing.Member],
        [Permission.InCall] = [Standing.TenantAdmin, Standing.Supporter, Standing.Owner, Standing.Admin, Standing.Member, Standing.Guest],
        [Permission.Tenant] = [Standing.TenantAdmin],
    };

    /// <summary>What nobody does from inside a remote login (RA-11): there the refusal says so.</summary>
    private static readonly Permission[] InPerson = [Permission.OwnAccount, Permission.Support, Permission.Decide, Permission.ManagedBy, Permission.Presence, Permission.Invitations, Permission.InCall];

    /// <summary>True when the table says ✓.</summary>
    public static bool Holds(Standing standing, Permission permission) => Holders[permission].Contains(standing);

    /// <summary>What a session's holder is in it.</summary>
    public static Standing StandingOf(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return (session.Acting?.Role, session.Kind, session.Role) switch
        {
            ("owner", _, _) => Standing.ActingOwner,
            ("super_admin", _, _) => Standing.SuperAdmin,
            (not null, _, _) => Standing.LookOnly,
            (_, "partner", "admin") => Standing.TenantAdmin,
            (_, "partner", _) => Standing.Supporter,
            (_, _, "owner") => Standing.Owner,
            (_, _, "admin") => Standing.Admin,
            _ => Standing.Member,
        };
    }

    /// <summary>What the caller is; null for somebody signed out.</summary>
    public static Standing? StandingOf(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (caller.Session is { } session) return StandingOf(session);
        return caller.Pass is null ? null : Standing.Guest;
    }

    /// <summary>Whether the caller may, for pages that show a thing only to those who can use it.</summary>
    public static bool May(this Caller caller, Permission permission)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return StandingOf(caller) is { } standing && Holds(standing, permission);
    }

    /// <summary>Why somebody who is signed in may not.</summary>
    internal static Refusal RefusalOf(Session? session, IReadOnlyList<Permission> anyOf)
    {
        if (session?.Acting is not null && anyOf.Any(InPerson.Contains)) return new InPersonOnly();
        return anyOf.Contains(Permission.Decide) ? new OwnerOnly() : new Forbidden();
    }
}

/// <summary>Declares the permission that an operation needs; one of several is enough.</summary>
public sealed class RequiresAttribute(params Permission[] anyOf) : RequirementAttribute
{
    /// <summary>One of these is enough.</summary>
    public IReadOnlyList<Permission> AnyOf { get; } = anyOf;

    /// <inheritdoc />
    public override Refusal? Check(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (Permissions.StandingOf(caller) is null) return new Unauthenticated();
        return AnyOf.Any(permission => caller.May(permission)) ? null : Permissions.RefusalOf(caller.Session, AnyOf);
    }
}

/// <summary>Only the organization's owner decides this.</summary>
public sealed record OwnerOnly() : Refusal("owner_only", 403, "Only the owner of the organization can do this.");
