using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Shared;

/// <summary>What an operation may ask of its caller: the rows of the table "Who may do what", which MatrixTests holds.</summary>
public enum Permission
{
    /// <summary>Own profile, password and sessions; always in person.</summary>
    OwnAccount,

    /// <summary>Invite, change and deactivate members of the own organization, and lift their locks.</summary>
    Members,

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
}

/// <summary>The whole truth about who may do what; tested row by row.</summary>
public static class Permissions
{
    private static readonly Dictionary<Permission, Standing[]> Holders = new()
    {
        [Permission.OwnAccount] = [Standing.TenantAdmin, Standing.Supporter, Standing.Owner, Standing.Admin, Standing.Member],
        [Permission.Members] = [Standing.Owner, Standing.Admin],
        [Permission.Tenant] = [Standing.TenantAdmin],
    };

    /// <summary>True when the table says ✓.</summary>
    public static bool Holds(Standing standing, Permission permission) => Holders[permission].Contains(standing);

    /// <summary>What a session's account is.</summary>
    public static Standing StandingOf(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return (session.Kind, session.Role) switch
        {
            ("partner", "admin") => Standing.TenantAdmin,
            ("partner", _) => Standing.Supporter,
            (_, "owner") => Standing.Owner,
            (_, "admin") => Standing.Admin,
            _ => Standing.Member,
        };
    }

    /// <summary>Whether the caller may, for pages that show a thing only to those who can use it.</summary>
    public static bool May(this Caller caller, Permission permission)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.Session is { } session && Holds(StandingOf(session), permission);
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
        if (caller.Session is null) return new Unauthenticated();
        return AnyOf.Any(permission => caller.May(permission)) ? null : new Forbidden();
    }
}
