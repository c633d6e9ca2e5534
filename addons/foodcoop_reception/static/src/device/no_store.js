/** Stands in where the browser keeps nothing: a scan counts when the server has it. */
export class NoStore {
    keeps = false;

    async keep() {
        throw new Error("nothing is kept here");
    }

    keepWish = this.keep;

    async unsaved() {
        return [];
    }

    wishes = this.unsaved;
    deliveries = this.unsaved;

    /** What would only be kept for later is not kept. */
    async pass() {}

    confirm = this.pass;
    learn = this.pass;
    keepDelivery = this.pass;
    delivery = this.pass;
    dropWish = this.pass;
    clean = this.pass;
}
